import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutFolder } from './checkout.js';

export const packageVersion = (JSON.parse(readFileSync(join(checkoutFolder, 'package.json'), 'utf8')) as { version: string }).version;
