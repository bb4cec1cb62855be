import { Module } from '@nestjs/common';
import { loadKnowledge } from './create-context.js';

/** Injection token of the shipped `Knowledge`, loaded once for the whole process. */
export const KNOWLEDGE = Symbol('Knowledge');

@Module({
  providers: [{ provide: KNOWLEDGE, useFactory: () => loadKnowledge() }],
  exports: [KNOWLEDGE],
})
export class KnowledgeModule {}
