import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { packageVersion } from '../../platform/package-version.js';
import { MatchesQuery } from '../matching/matches-query.dto.js';
import { MatchingService } from '../matching/matching.service.js';
import { landingPage, type Shown } from './landing-page.js';

const SHOWN = 5;

/** How many of the newest records are tried for an example that has something to show. */
const TRIED = 12;

@Injectable()
export class LandingService {
  constructor(private readonly dataSource: DataSource, private readonly matching: MatchingService) {}

  async page(): Promise<string> {
    const [counts] = await this.dataSource.query<{ candidates: number; vacancies: number }[]>(
      'select (select count(*)::int from candidate) as candidates, (select count(*)::int from vacancy) as vacancies',
    );
    return landingPage({ version: packageVersion, candidates: counts?.candidates ?? 0, vacancies: counts?.vacancies ?? 0, shown: await this.example() });
  }

  /** A vacancy with several candidates whose address needs no protection: the first, by id, that has something to show. */
  private async example(): Promise<Shown | null> {
    const rows = await this.dataSource.query<{ id: string }[]>('select id from candidate where address_protection = $1 order by external_id, id limit $2', ['none', TRIED]);
    let best: Shown | null = null;
    for (const { id } of rows) {
      const page = await this.matching.forCandidate(id, Object.assign(new MatchesQuery(), { limit: SHOWN }));
      if (best === null || page.items.length > best.page.items.length) best = { candidateId: id, page };
      if (page.items.length === SHOWN && page.items[0]?.band === 'direct') break;
    }
    return best;
  }
}
