import { Body, Controller, Get, Post } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, ValidateNested } from 'class-validator';
import type { Response } from 'supertest';
import { bodyLimitBytes } from '../src/platform/http/adapter.js';
import type { Problem } from '../src/platform/problems/problem.js';
import { startTestApp, type TestApp } from './support/start-test-app.js';

class LanguageDto {
  @IsString() readonly code!: string;
}

class ProbeDto {
  @IsInt() @Max(10) readonly count!: number;
  @ValidateNested({ each: true }) @Type(() => LanguageDto) readonly languages!: LanguageDto[];
}

@Controller('probe')
class ProbeController {
  @Post() echo(@Body() body: ProbeDto): ProbeDto { return body; }
  @Get('fault') fault(): never { throw new Error('select secret from person where number = 01019012345'); }
}

let app: TestApp;
beforeAll(async () => { app = await startTestApp({ controllers: [ProbeController] }); });
afterAll(() => app.close());

const problemType = /^application\/problem\+json/;

/** The problem in an answer; fails when it is not one. */
function problemIn(response: Response): Problem {
  expect(response.headers['content-type']).toMatch(problemType);
  return response.body as Problem;
}

describe('problem+json', () => {
  it('names every field that cannot be used with a pointer', async () => {
    const problem = problemIn(await app.http.post('/api/v1/probe').send({ count: 'many', extra: 1, languages: [{ code: 'no' }, { code: 7 }] }).expect(400));
    expect(problem).toMatchObject({ type: '/problems/request.invalid', code: 'request.invalid', status: 400, instance: '/api/v1/probe' });
    const pointers = problem.errors.map(({ pointer }) => pointer);
    expect(new Set(pointers)).toEqual(new Set(['/count', '/extra', '/languages/1/code']));
  });

  it('takes a body that fits', async () => {
    await app.http.post('/api/v1/probe').send({ count: 3, languages: [] }).expect(201, { count: 3, languages: [] });
  });

  it('never repeats an identity number, not even from a field name', async () => {
    const { text } = await app.http.post('/api/v1/probe').send({ count: 1, languages: [], '01019012345': true }).expect(400);
    expect(text).not.toContain('01019012345');
    expect(text).toContain('***********');
  });

  it('hides faults of its own and gives a trace id', async () => {
    const response = await app.http.get('/api/v1/probe/fault').expect(500);
    expect(problemIn(response).code).toBe('service.internal');
    expect(problemIn(response).traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(response.text).not.toMatch(/secret|select|stack|probe\.ts/);
  });

  it('leaves the query out of the instance', async () => {
    const problem = problemIn(await app.http.get('/api/v1/nothing?name=Ola').expect(404));
    expect(problem).toMatchObject({ code: 'request.unknown-route', instance: '/api/v1/nothing' });
  });

  it.each([
    ['broken JSON', { payload: '{"count":', type: 'application/json' }, { status: 400, code: 'request.malformed' }],
    ['an empty body that claims to be JSON', { payload: '', type: 'application/json' }, { status: 400, code: 'request.malformed' }],
    ['an unknown media type', { payload: 'x', type: 'application/x-unknown' }, { status: 415, code: 'request.unsupported-media-type' }],
    ['a body above the limit', { payload: `"${'x'.repeat(bodyLimitBytes)}"`, type: 'application/json' }, { status: 413, code: 'request.too-large' }],
    ['prototype poisoning', { payload: '{"__proto__":{"admin":true}}', type: 'application/json' }, { status: 400, code: 'request.malformed' }],
  ])('answers %s', async (_name, { payload, type }, expected) => {
    const response = await app.http.post('/api/v1/probe').set('content-type', type).send(payload).expect(expected.status);
    expect(problemIn(response)).toMatchObject(expected);
  });

  it('answers a badly encoded address', async () => {
    expect(problemIn(await app.http.get('/api/v1/%E0%A4%A').expect(400)).code).toBe('request.malformed');
  });

  it('names the methods of a known address', async () => {
    const response = await app.http.delete('/api/v1/probe').expect(405);
    expect(response.headers['allow']).toBe('POST');
    expect(problemIn(response).code).toBe('request.method-not-allowed');
  });

  it('explains each code on a page', async () => {
    const { text } = await app.http.get('/problems/request.invalid').expect(200).expect('content-type', /text\/html/);
    expect(text).toContain('Forespørselen er ikke gyldig');
    await app.http.get('/problems/nope').expect(404).expect('content-type', problemType);
  });
});

describe('health', () => {
  it('lives and is ready', async () => {
    await app.http.get('/health/live').expect(200, { status: 'ok' });
    await app.http.get('/health/ready').expect(200, { status: 'ok' });
  });
});

describe('metrics', () => {
  it('counts requests by route pattern for this machine', async () => {
    await app.http.get('/health/live').expect(200);
    const { text } = await app.http.get('/metrics').expect(200);
    expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/health\/live",status="200"\} [1-9]/);
  });

  it('is not there for callers behind a proxy', async () => {
    await app.http.get('/metrics').set('x-forwarded-for', '203.0.113.9').expect(404);
  });
});

describe('the published description', () => {
  it('is OpenAPI 3.1 with an operation id for every operation', async () => {
    const document = (await app.http.get('/api/openapi.json').expect(200)).body as { openapi: string; paths: Record<string, Record<string, { operationId?: string }>> };
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/v1/probe']?.['post']?.operationId).toBe('probe_echo');
  });

  it('has a page that loads nothing from elsewhere', async () => {
    const { text, headers } = await app.http.get('/api/docs').expect(200);
    expect(text).not.toMatch(/(src|href)="https?:/);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    await app.http.get('/api/docs/swagger-ui-bundle.js').expect(200);
    await app.http.get('/api/docs/swagger-ui-init.js').expect(200);
  });
});
