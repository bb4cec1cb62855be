import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, `data/` and (unless configured otherwise) `.jobbmatch/`. Same from src/ and dist/. */
export const checkoutFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
