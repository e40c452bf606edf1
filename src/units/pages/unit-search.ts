import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SearchSources } from '../../platform/pages/search/search-sources.js';
import { ListUnits } from '../queries/list-units.js';

/** Finds units by the search over everything. */
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
        const { items } = await this.list.execute({ query, limit });
        return items.map(({ code, name, place }) => ({ href: `/upt/${code}`, title: name, detail: place }));
      },
      allHref: (words) => `/upt?${new URLSearchParams({ cari: words }).toString()}`,
    });
  }
}
