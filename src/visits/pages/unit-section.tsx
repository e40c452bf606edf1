import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Clock } from '../../platform/clock/clock.js';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { Empty } from '../../platform/pages/page-heading.js';
import { pathWith } from '../../platform/pages/paging.js';
import { PageParts, type PageSlots } from '../../platform/pages/page-parts.js';
import type { TimeReader } from '../../platform/text/reader-time.js';
import { statesWith } from '../domain/visit-state-traits.js';
import { ListVisits, type VisitLine } from '../queries/list-visits.js';
import { VisitListRow } from './visit-row.js';

const MOST = 5;
/** The section stands after what the unit knows. */
const VISITS = 30;

/** The visits of a unit on its page. */
@Injectable()
export class UnitSections implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly parts: PageParts,
    private readonly list: ListVisits,
  ) {}

  onModuleInit(): void {
    this.parts.register('unit', VISITS, (facts) => this.visits(facts), ['visits/pages/visit.css']);
  }

  private async visits({ actor, unit }: PageSlots['unit']): Promise<VNode> {
    const now = this.clock.now();
    const common = { unit: unit.code, limit: MOST };
    const [next, last] = [
      await this.list.execute(actor, {
        ...common,
        states: statesWith('ahead'),
        from: now,
        soonestFirst: true,
      }),
      await this.list.execute(actor, { ...common, to: now }),
    ];
    const past = last.items.filter(({ endsAt }) => endsAt <= now);
    return <Visits next={next.items} last={past} unit={unit} reader={{ timeZone: actor.timeZone, now }} />;
  }
}

interface VisitsProps {
  next: readonly VisitLine[];
  last: readonly VisitLine[];
  unit: PageSlots['unit']['unit'];
  reader: TimeReader;
}

function Visits({ next, last, unit, reader }: VisitsProps): VNode {
  return (
    <Card title="Kunjungan">
      {next.length + last.length === 0 ? (
        <Empty icon="visit" title="Belum ada kunjungan yang dapat Anda lihat">
          Kunjungan yang melibatkan Anda dan {unit.name} muncul di sini.
        </Empty>
      ) : (
        <>
          <Rows title="Berikutnya" visits={next} reader={reader} countsDown />
          <Rows title="Sebelumnya" visits={last} reader={reader} countsDown={false} />
          <a class="card-footer d-block" href={pathWith('/kunjungan', { tab: 'semua', upt: unit.code })}>
            Semua kunjungan<span class="visually-hidden"> dengan {unit.name}</span> <Icon name="next" />
          </a>
        </>
      )}
    </Card>
  );
}

interface RowsProps {
  title: string;
  visits: readonly VisitLine[];
  reader: TimeReader;
  countsDown: boolean;
}

function Rows({ title, visits, reader, countsDown }: RowsProps): VNode | null {
  if (visits.length === 0) return null;
  return (
    <>
      <h3 class="px-3 pt-3 mb-0 fs-4">{title}</h3>
      <ul class="list-group list-group-flush">
        {visits.map((visit) => (
          <li class="list-group-item" key={visit.id}>
            <VisitListRow visit={visit} reader={reader} countsDown={countsDown} />
          </li>
        ))}
      </ul>
    </>
  );
}
