import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../core/shared/compare.js';
import { parseCsv } from '../reference/parse-csv.js';
import { parseTrades } from './parse-trades.js';
import type { DemoNames, DemoOccupation, DemoPlace, DemoVocabulary, DemoWeights, Phrases, Skeletons } from './vocabulary.js';

/**
 * Reads what the demo is made of.
 *
 * @param dataDir the `data/` folder
 * @throws Error naming the file or trade when one is missing or not in its form
 */
export function loadDemoVocabulary(dataDir: string): DemoVocabulary {
  const folder = join(dataDir, 'demo');
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const rows = (name: string): string[][] => parseCsv(read(name)).slice(1);
  const tradeFiles = readdirSync(join(folder, 'trades')).sort(compareText);
  return {
    weights: JSON.parse(read('weights.json')) as DemoWeights,
    places: rows('places.csv').map(toPlace),
    trades: tradeFiles.flatMap((name) => parseTrades(read(join('trades', name)))),
    occupations: rows('occupations.csv').map(toOccupation),
    educationTitles: new Map(rows('education-titles.csv').map(([field = '', level = '', titles = '']) => [`${field} ${level}`, parts(titles)])),
    names: JSON.parse(read('names.json')) as DemoNames,
    skeletons: JSON.parse(read('skeletons.json')) as Skeletons,
    phrases: {
      nb: JSON.parse(read('phrases.nb.json')) as Phrases,
      nn: JSON.parse(read('phrases.nn.json')) as Phrases,
      en: JSON.parse(read('phrases.en.json')) as Phrases,
    },
  };
}

function toPlace(row: readonly string[]): DemoPlace {
  const [area = '', number = '', inPlace = '', weight = '', kinds = '', written = ''] = row;
  return { area, number, inPlace, weight: Number(weight), kinds: parts(kinds), written: written === 'nn' ? 'nn' : 'nb' };
}

function toOccupation(row: readonly string[]): DemoOccupation {
  const [styrk = '', women = '', men = '', fields = '', minLevel = '', nb = '', uk = '', en = ''] = row;
  const [skills = '', certificate = '', licence = ''] = row.slice(8);
  return {
    styrk, weight: { female: Number(women), male: Number(men) }, fields: parts(fields), minLevel: Number(minLevel),
    titles: { nb: parts(nb), uk: parts(uk), en: parts(en) }, skills: parts(skills), certificate, licence,
  };
}

const parts = (cell: string): string[] => (cell === '' ? [] : cell.split('|'));
