/**
 * Splits a CSV table that we wrote ourselves into rows of cells, header first: comma, `"` as quote, `\n` or `\r\n`, no line breaks in cells.
 *
 * The shipped tables are read at every start and by every command, and this reads them in a tenth of the time a general parser takes.
 * What other people write goes through the import's parser, never through this.
 */
export function parseCsv(text: string): string[][] {
  return text.split(/\r?\n/).filter((line) => line !== '').map(splitLine);
}

function splitLine(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '"') {
      // A doubled quote inside quotes is one quote.
      if (quoted && line.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else {
        quoted = !quoted;
      }
    } else if (character === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else {
      cell += character;
    }
  }
  cells.push(cell);
  return cells;
}
