import { expect, it } from '@jest/globals';
import { databaseTrouble } from './database-trouble.js';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

it.each([
  ['a refused connection', withCode('ECONNREFUSED'), 'service.database-unavailable'],
  ['a server that shuts down', withCode('57P01'), 'service.database-unavailable'],
  ['a server that starts up', withCode('57P03'), 'service.database-unavailable'],
  ['no connections left', withCode('53300'), 'service.database-unavailable'],
  ['a full disk', withCode('53100'), 'service.database-unavailable'],
  ['a lost connection', new Error('Connection terminated unexpectedly'), 'service.database-unavailable'],
  ['an exhausted pool', new Error('timeout exceeded when trying to connect'), 'service.database-unavailable'],
  ['both addresses of a host refusing', new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]), 'service.database-unavailable'],
  ['what TypeORM wraps', Object.assign(new Error('x'), { driverError: withCode('57P01') }), 'service.database-unavailable'],
  ['a statement timeout', withCode('57014'), 'service.too-slow'],
  ['a unique violation', withCode('23505'), null],
  ['a fault of ours', new TypeError('x is undefined'), null],
  ['something that is no error', 'x', null],
])('judges %s', (_name, error, expected) => { expect(databaseTrouble(error)).toBe(expected); });
