import type { ApiBodyOptions } from '@nestjs/swagger';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { recordOpenApi } from '../records/record-openapi.js';
import { CORRECTABLE } from './corrections.service.js';

type Schema = NonNullable<Extract<ApiBodyOptions, { schema: unknown }>['schema']>;

export class AdToRead {
  @ApiProperty({ description: 'Stillingstittelen, eller overskriften.', example: 'Renholder', maxLength: 300 })
  @IsString() @MaxLength(300)
  readonly title!: string;

  @ApiProperty({ description: 'Annonsen, ren tekst eller HTML.', example: 'Du må snakke litt norsk.', maxLength: 200_000 })
  @IsString() @MaxLength(200_000)
  readonly text!: string;
}

const record = recordOpenApi('vacancies') as { properties: Record<string, Schema> };
const text = { type: 'string' } as const;
const confidence = { type: 'number', minimum: 0, maximum: 1 } as const;

const correctable: Schema = {
  type: 'object', additionalProperties: false,
  properties: Object.fromEntries(CORRECTABLE.flatMap((name) => (record.properties[name] === undefined ? [] : [[name, record.properties[name]]]))),
};

export const CORRECTION_BODY: Schema = correctable;

export const CORRECTION_SCHEMA: Schema = {
  type: 'object', required: ['fields', 'asReceived', 'correctedAt'],
  properties: {
    fields: correctable, asReceived: { type: 'object', description: 'Det kilden sier om de samme feltene.' },
    correctedAt: { type: ['string', 'null'] as unknown as 'string', description: 'Null = ikke rettet.' },
  },
};

export const DUPLICATES_SCHEMA: Schema = {
  type: 'object', required: ['items'],
  properties: {
    items: {
      type: 'array',
      items: {
        type: 'object', required: ['vacancy', 'similarity'],
        properties: {
          vacancy: {
            type: 'object', required: ['id', 'source', 'externalId', 'title', 'employer', 'applicationDeadline'],
            properties: { id: { type: 'string', format: 'uuid' }, source: text, externalId: text, title: text, employer: text, applicationDeadline: { type: ['string', 'null'] as unknown as 'string' } },
          },
          similarity: { ...confidence, description: 'Hvor mye av de to tekstene som er likt, 0–1.' },
        },
      },
    },
  },
};

const { required: _required, ...partialRecord } = recordOpenApi('vacancies') as Schema & { required?: string[] };

export const DRAFT_SCHEMA: Schema = {
  type: 'object', required: ['draft', 'missing', 'uncertain', 'suggestions', 'wishes', 'evidence', 'plainText'],
  properties: {
    draft: { ...partialRecord, description: 'Stillingen så langt teksten rekker.' },
    missing: { type: 'array', items: text, description: 'Felt som må legges til før stillingen kan registreres.' },
    uncertain: { type: 'array', items: text, description: 'Felt som er lest av lite; se særlig på dem.' },
    suggestions: { type: 'array', description: 'STYRK-08-koder, sikrest først; står i utkastet bare når sikkerheten er stor nok.', items: { type: 'object', properties: { styrk: text, name: text, confidence } } },
    wishes: { type: 'object', description: 'Det annonsen ønsker, men ikke krever.' },
    noLanguageDemand: { type: 'boolean', description: 'Annonsen sier at norsk ikke kreves.' },
    evidence: { type: 'array', items: { type: 'object', properties: { path: text, text, start: { type: 'integer' }, end: { type: 'integer' }, confidence } } },
    plainText: { type: 'string', description: 'Teksten «start» og «end» teller i.' },
  },
};
