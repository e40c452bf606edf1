import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import type { SetupItem } from '../domain/setup-items.js';
import { SeeToSetup } from '../use-cases/see-to-setup.js';

/** What is left to be set up, on the start page of whoever sees to it. */
@Injectable()
export class SetupCard implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly setup: SeeToSetup,
  ) {}

  onModuleInit(): void {
    this.parts.register('start', 5, async ({ actor }) => {
      const items = await this.setup.items(actor);
      return items.length > 0 ? Items({ items }) : null;
    });
  }
}

function Items({ items }: { items: readonly SetupItem[] }): VNode {
  return (
    <Card title="Persiapan">
      <ol class="list-group list-group-flush list-unstyled">
        {items.map(({ item, title, detail, href }) => (
          <li class="list-group-item task" key={item}>
            <a class="row-link" href={href}>
              <span class="fw-medium">{title}</span>
              <span class="text-secondary">{detail}</span>
            </a>
            <PageForm action={`/persiapan/${item}/singkirkan`}>
              <button class="btn btn-sm" type="submit">
                Singkirkan<span class="visually-hidden"> “{title}”</span>
              </button>
            </PageForm>
          </li>
        ))}
      </ol>
    </Card>
  );
}
