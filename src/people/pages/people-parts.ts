import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SearchSources } from '../../platform/pages/search/search-sources.js';
import { ListPeople } from '../queries/list-people.js';
import { roleNames } from './people-words.js';
import { can } from '../../platform/security/capabilities.js';

/** What people add to pages of others: the search finds the accounts one sees. */
@Injectable()
export class PeopleParts implements OnModuleInit {
  constructor(
    private readonly search: SearchSources,
    private readonly people: ListPeople,
  ) {}

  onModuleInit(): void {
    this.search.register({
      name: 'Orang',
      icon: 'people',
      order: 40,
      find: async (actor, words, limit) => {
        const { items } = await this.people.execute(actor, { unit: null, words, limit });
        return items.map(({ id, name, email, role, position, placeName }) => ({
          href: can(actor, 'people.manage') ? `/pengelolaan/orang/${id}` : `mailto:${email}`,
          title: name,
          detail: [position ?? roleNames[role], placeName, email].filter(Boolean).join(' · '),
        }));
      },
    });
  }
}
