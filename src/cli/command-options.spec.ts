import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { atMostOneStandardInput, input } from './command-options.js';
import { UsageError } from './command.js';
import { runCommand } from './run-command.js';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'jobbmatch-cli-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

describe('input', () => {
  it('takes a file that is not there, and a folder, as wrong use', () => {
    expect(() => input(join(folder, 'nowhere.json'))).toThrow(UsageError);
    expect(() => input(folder)).toThrow(UsageError);
  });

  it('reads standard input once only', () => {
    expect(() => { atMostOneStandardInput('-', '-'); }).toThrow(UsageError);
    expect(() => { atMostOneStandardInput('-', 'a.json', undefined); }).not.toThrow();
  });
});

describe('jobbmatch match', () => {
  const missing = (): string => join(folder, 'nowhere.json');
  const broken = (): string => {
    const path = join(folder, 'policy.json');
    writeFileSync(path, '{');
    return path;
  };

  it.each([
    ['a file that is not there', () => ['--candidates', missing(), '--vacancies', missing()]],
    ['a policy that is not there', () => ['--candidates', missing(), '--vacancies', missing(), '--policy', missing()]],
    ['a policy that is not JSON', () => ['--candidates', missing(), '--vacancies', missing(), '--policy', broken()]],
    ['standard input for both', () => ['--candidates', '-', '--vacancies', '-']],
  ])('answers %s with exit code 2', async (_what, args) => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      await expect(runCommand(['match', ...args()])).resolves.toBe(2);
    } finally {
      said.mockRestore();
    }
  });
});
