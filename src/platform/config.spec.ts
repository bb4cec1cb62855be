import { describe, expect, it } from '@jest/globals';
import { ConfigError, isLoopback, readConfig } from './config.js';

describe('readConfig', () => {
  it('needs nothing: this machine only, embedded database, demo, own team', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000, portIsExplicit: false, host: '127.0.0.1', databaseUrl: null, logLevel: 'info', actingAs: 'own-team', demo: true,
    });
  });

  it('takes a database server, and then loads no demo unless asked', () => {
    const server = { DATABASE_URL: 'postgres://app:secret@db:5432/jobbmatch' };
    expect(readConfig(server)).toMatchObject({ databaseUrl: server.DATABASE_URL, demo: false });
    expect(readConfig({ ...server, DEMO: 'on' }).demo).toBe(true);
  });

  it('counts callers as strangers as soon as others can reach the service', () => {
    expect(readConfig({ HOST: '0.0.0.0' }).actingAs).toBe('outside');
    expect(readConfig({ HOST: '0.0.0.0', ACTING_AS: 'own-team' }).actingAs).toBe('own-team');
  });

  it('reads no feed until its address or a token is named, and then asks for the trial token unless given one', () => {
    const navFeed = 'https://pam-stilling-feed.nav.no';
    expect(readConfig({}).feed).toBeNull();
    expect(readConfig({ NAV_FEED_TOKEN: 'a.b.c' }).feed).toEqual({ baseUrl: navFeed, token: 'a.b.c' });
    expect(readConfig({ NAV_FEED_URL: 'http://127.0.0.1:8080/' }).feed).toEqual({ baseUrl: 'http://127.0.0.1:8080', token: 'public' });
  });

  it('reads an empty variable as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, portIsExplicit: false, databaseUrl: null });
  });

  it.each([
    ['PORT', '70000'], ['PORT', '30a'], ['PORT', '-1'], ['DATABASE_URL', 'mysql://root:hunter2@db/x'], ['DATABASE_URL', 'hunter2'],
    ['LOG_LEVEL', 'hunter2'], ['ACTING_AS', 'hunter2'], ['DEMO', 'hunter2'],
    ['NAV_FEED_URL', 'http://hunter2.example'], ['NAV_FEED_TOKEN', 'hunter2 hunter2'],
  ])('names %s when it cannot be used, but not its value', (name, value) => {
    const read = (): unknown => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(name);
    expect(read).not.toThrow(value);
  });

  it('names every variable that cannot be used at once', () => {
    expect(() => readConfig({ PORT: 'x', DEMO: 'x' })).toThrow(/PORT[\s\S]*DEMO/);
  });
});

it.each([['127.0.0.1', true], ['127.8.0.1', true], ['::1', true], ['localhost', true], ['0.0.0.0', false], ['10.0.0.1', false], ['127.0.0.1.evil.no', false]])(
  'knows whether only this machine reaches %s', (host, expected) => { expect(isLoopback(host)).toBe(expected); },
);
