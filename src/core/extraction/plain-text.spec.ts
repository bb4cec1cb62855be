import { describe, expect, it } from '@jest/globals';
import { fold } from './fold.js';
import { toPlainBody } from './plain-text.js';
import { splitSentences } from './sentences.js';

describe('toPlainBody', () => {
  it('leaves plain text as it is', () => {
    expect(toPlainBody('Vi søker deg.\n\n- Norsk\n- < 3 år & mer').text).toBe('Vi søker deg.\n\n- Norsk\n- < 3 år & mer');
  });
  it('makes blocks lines and list items lines with a dash', () => {
    expect(toPlainBody('<p>Krav:</p><ul><li>Norsk</li><li>F&oslash;rerkort&nbsp;B</li></ul><p>Ring <b>oss</b></p>').text)
      .toBe('Krav:\n\n- Norsk\n- Førerkort B\n\nRing oss\n\n');
  });
  it('keeps cells of a row on one line', () => {
    expect(toPlainBody('<table><tr><th>Språk</th><td>norsk</td></tr></table>').text).toBe('Språk norsk\n');
  });
  it('drops comments, scripts and styles', () => {
    expect(toPlainBody('<p>a<!-- <b>x</b> --><script>var norsk = "<p>";</script><style>p{}</style>b</p>').text).toBe('ab\n\n');
  });
  it('marks headings, by tag or by a line that is all bold', () => {
    const { text, headings } = toPlainBody('<h2>Krav</h2><p>Norsk</p><p><strong>Ønskelig</strong></p><p>Engelsk</p>');
    expect([...headings].map((at) => text.slice(at).split('\n')[0])).toEqual(['Krav', 'Ønskelig']);
  });
  it('decodes numeric entities and leaves impossible ones', () => {
    expect(toPlainBody('<p>&#229;&#xe5; &#x110000; &#xd800;</p>').text).toBe('åå &#x110000; &#xd800;\n\n');
  });
});

describe('fold', () => {
  it('keeps the length, whatever the letters', () => {
    for (const text of ['Førerkort på Ås', 'İstanbul', '\u{1f600} “norsk”—B1', 'ÆØÅ äö']) expect(fold(text)).toHaveLength(text.length);
  });
  it('gives Norwegian letters signs that count as letters of a word', () => { expect(fold('Må Bør Lære')).toBe('mA bOr lEre'); });
});

const sections = (text: string): string[] =>
  splitSentences({ plainText: text, folded: fold(text), titleLength: 0, marked: new Set() }).map(({ text: words, section, kind }) => `${section}/${kind}: ${words.trim()}`);

describe('splitSentences', () => {
  it('lets a lead-in govern its list and nothing after it', () => {
    expect(sections('Det er en fordel om du har:\n- førerkort\n- truckbevis\nDu må snakke norsk.')).toEqual([
      'wishes/heading: Det er en fordel om du har:', 'wishes/item: førerkort', 'wishes/item: truckbevis', 'neutral/text: Du må snakke norsk.']);
  });
  it('takes a heading of wished qualifications as a heading only, unless there are musts beside it', () => {
    expect(sections('Ønskede kvalifikasjoner:\n- norsk')[1]).toBe('requirements/item: norsk');
    expect(sections('Krav:\n- norsk\nØnskede kvalifikasjoner:\n- engelsk')[3]).toBe('wishes/item: engelsk');
  });
  it('reads labels inside a line', () => {
    expect(sections('Nødvendig: norsk. Ønskelig: engelsk.')).toEqual(['neutral/text: norsk.', 'wishes/text: engelsk.']);
  });
  it('does not stop at abbreviations and ordinals, but at a missing space', () => {
    expect(sections('Førerkort kl. B og ca. 80 % fra 1. mars. Norsk kreves.Engelsk er fint.')).toHaveLength(3);
  });
});
