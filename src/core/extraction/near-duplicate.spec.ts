import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { adPrint, jaccard, nearDuplicate } from './near-duplicate.js';

const text = 'Vi søker deg som vil jobbe som renholder hos oss på dagtid. Du må snakke litt norsk og like å jobbe sammen med andre. Søknadsfrist 1.12.2026.';
const print = (title: string, body: string) => adPrint({ title, text: body });

describe('jaccard', () => {
  it('is the share of either that is in both', () => {
    // {1,2,3} and {2,3,4}: two of four.
    expect(jaccard(new Set([1, 2, 3]), new Set([2, 3, 4]))).toBe(0.5);
    expect(jaccard(new Set(), new Set())).toBe(0);
    expect(jaccard(new Set([1]), new Set())).toBe(0);
  });
});

describe('nearDuplicate', () => {
  it('knows an ad put out again with a new deadline, other case and a word or two changed', () => {
    expect(nearDuplicate(print('Renholder', text), print('RENHOLDER', text.replace('1.12.2026', '15.01.2027').toUpperCase()))).toBe(1);
    // 24 words, of which one of the last is another: 3 of the runs of three change on either side.
    const likeness = nearDuplicate(print('Renholder', text), print('Renholder', text.replace('andre', 'mange')));
    expect(likeness).toBeGreaterThan(0.7);
    expect(likeness).toBeLessThan(1);
  });

  it('takes another job in the same words for another ad, and another text too', () => {
    expect(nearDuplicate(print('Renholder', text), print('Sykepleier', text))).toBeNull();
    expect(nearDuplicate(print('Renholder', text), print('Renholder', 'Hotellet vårt ved fjorden trenger flere folk til sommeren, med lange dager og god lønn for dem som vil arbeide i helgene.'))).toBeNull();
  });

  it('says nothing of ads with next to no text unless title and text are the same', () => {
    expect(nearDuplicate(print('Renholder', ''), print('Renholder', ''))).toBe(1);
    expect(nearDuplicate(print('Renholder', ''), print('Renholder kveld', ''))).toBeNull();
    expect(nearDuplicate(print('Renholder', ''), print('Renholder', text))).toBeNull();
    expect(nearDuplicate(print('', ''), print('', ''))).toBeNull();
  });

  it('is the same both ways, and 1 of an ad and itself', () => {
    const words = fc.array(fc.constantFrom('vi', 'søker', 'renholder', 'norsk', 'dag', 'kveld', '80', 'kokk'), { maxLength: 40 }).map((list) => list.join(' '));
    fc.assert(fc.property(words, words, words, (title, one, other) => {
      const a = print(title, one), b = print(title, other);
      expect(nearDuplicate(a, b)).toBe(nearDuplicate(b, a));
      if (title !== '' ) expect(nearDuplicate(a, a)).toBe(1);
    }));
  });
});
