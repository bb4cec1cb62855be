#!/usr/bin/env node
console.error('jobbmatch: not built yet');
