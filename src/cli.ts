#!/usr/bin/env node
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import { join } from 'node:path';
import { checkoutFolder } from './platform/checkout.js';

// Where Node has it (22.1), compiled code is kept between starts.
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const envFile = join(checkoutFolder, '.env');
if (existsSync(envFile)) process.loadEnvFile(envFile);

// Loaded after the cache is on.
const { runCommand } = await import('./cli/run-command.js');
process.exitCode = await runCommand(process.argv.slice(2));
