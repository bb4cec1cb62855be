#!/usr/bin/env node
process.stderr.write('jobbmatch: not built yet\n');
