import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppError } from './app-error.js';
import { catalogue, isProblemCode, type ProblemKind } from './catalogue.js';

/** The pages behind `type` in error answers. Text from the catalogue only: nothing here comes from a caller. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  list(): string {
    const rows = Object.entries<ProblemKind>(catalogue).map(([code, { status, title }]) => `<li><a href="/problems/${code}"><code>${code}</code></a> (${status}) ${title}</li>`);
    return page('Feilkoder', `<ul>${rows.join('')}</ul>`);
  }

  @Get(':code')
  @Header('content-type', 'text/html; charset=utf-8')
  show(@Param('code') code: string): string {
    if (!isProblemCode(code)) throw new AppError('request.not-found', 'Feilkoden finnes ikke.');
    const { status, title, explanation } = catalogue[code];
    return page(title, `<p>${explanation}</p><dl><dt>Kode</dt><dd><code>${code}</code></dd><dt>HTTP-status</dt><dd>${status}</dd></dl><p><a href="/problems">Alle feilkoder</a></p>`);
  }
}

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="nb"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – jobbmatch</title>` +
  `<style>body{font:1.125rem/1.6 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600}</style><main><h1>${title}</h1>${body}</main></html>`;
