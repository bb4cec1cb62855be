#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './cli/run-command.js';
import { checkoutFolder } from './platform/checkout.js';

const envFile = join(checkoutFolder, '.env');
if (existsSync(envFile)) process.loadEnvFile(envFile);

process.exitCode = await runCommand(process.argv.slice(2));
