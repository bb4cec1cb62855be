import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One labelled ad. Labels are as a person wrote them; see README.md. */
export interface LabelledAd {
  readonly id: string;
  /** Looked at while developing, or kept aside as a check. */
  readonly part: 'development' | 'check';
  readonly title: string;
  readonly text: string;
  /** Label name -> its entries, in order. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
}

/** Reads every `*.ads.txt` of `folder`. @throws Error naming an ad without a label block */
export function readAds(folder: string): LabelledAd[] {
  return readdirSync(folder).filter((name) => name.endsWith('.ads.txt')).sort()
    .flatMap((name) => parseAds(readFileSync(join(folder, name), 'utf8'), name.startsWith('check') ? 'check' : 'development'));
}

function parseAds(content: string, part: LabelledAd['part']): LabelledAd[] {
  return content.split(/^=== /m).slice(1).map((block) => {
    const rule = block.indexOf('\n---\n');
    if (rule === -1) throw new Error(`no --- under ${block.slice(0, 10)}`);
    const [id = '', ...lines] = block.slice(0, rule).split('\n');
    const [first = '', ...rest] = block.slice(rule + 5).trimEnd().split('\n');
    // An HTML ad has its markup on the first line and no title.
    const hasTitle = !first.startsWith('<');
    const labels = new Map(lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim(), line.slice(colon + 1).split(';').map((entry) => entry.trim()).filter((entry) => entry !== '')] as const;
    }));
    return { id: id.trim(), part, title: hasTitle ? first : '', text: hasTitle ? rest.join('\n') : [first, ...rest].join('\n'), labels };
  });
}
