import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { ListQuery } from './list-query.dto.js';

/** A search goes in the body: what people search for may be about someone and must not end up in addresses. */
export class SearchBody extends ListQuery {
  @ApiPropertyOptional({ description: 'Ord som skal finnes i posten.', example: 'sykepleier' })
  @IsOptional() @IsString() @Length(1, 100)
  readonly q?: string;
}
