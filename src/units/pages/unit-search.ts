import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SearchSources } from '../../platform/pages/search/search-sources.js';
import { kindsWith } from '../domain/organisation-kinds.js';
import { NOT_USING } from '../domain/usage-words.js';
import { ListUnits } from '../queries/list-units.js';

/** Finds units, and whoever else receives visits, by the search over everything. */
@Injectable()
export class UnitSearch implements OnModuleInit {
  constructor(
    private readonly sources: SearchSources,
    private readonly list: ListUnits,
  ) {}

  onModuleInit(): void {
    this.sources.register({
      name: 'UPT',
      icon: 'building',
      order: 10,
      find: async (_actor, query, limit) => {
        const { items } = await this.list.execute({
          query,
          limit,
          kinds: kindsWith('mayHost'),
          withClosed: true,
        });
        return items.map(({ code, name, place, usesSambang }) => ({
          href: `/upt/${code}`,
          title: name,
          detail: [place, usesSambang ? '' : NOT_USING.toLowerCase()].filter(Boolean).join(' · '),
        }));
      },
      allHref: (words) => `/upt?${new URLSearchParams({ cari: words }).toString()}`,
    });
  }
}
