import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDetail, readPage } from './nav-forms.js';

describe('readPage', () => {
  it('takes empty strings, question marks and nulls for not given, and counts lines that are none', () => {
    const entry = { uuid: 'a-1', status: 'ACTIVE', title: '...', businessName: '', municipal: '?', sistEndret: '' };
    const page = readPage({ id: 'p-1', next_id: '', items: [{ date_modified: '2026-11-01T00:00:00Z', title: null, _feed_entry: entry }, { _feed_entry: { uuid: '../etc', status: 'ACTIVE' } }, null] });
    expect(page).toEqual({ id: 'p-1', nextId: null, unreadable: 2, items: [{ uuid: 'a-1', status: 'ACTIVE', changed: '2026-11-01T00:00:00Z', municipal: undefined, businessName: undefined }] });
  });

  it('takes nothing else for a page', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(readPage(value)).toBeNull();
    }));
    expect(readPage({ id: '../../admin', items: [] })).toBeNull();
  });
});

describe('readDetail', () => {
  it('reads an ad that lacks almost everything', () => {
    const detail = readDetail({ status: 'ACTIVE', ad_content: { workLocations: null, contactList: [null, 7, { name: '' }], employer: null } });
    expect(detail?.ad).toMatchObject({ workLocations: [], contactList: [{}], categoryList: [] });
    expect(readDetail({ status: 'INACTIVE' })).toEqual({ status: 'INACTIVE', ad: null });
    expect(readDetail({ status: 'HVA' })).toBeNull();
  });
});
