import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Clock } from '../../platform/clock/clock.js';
import { assetPath } from '../../platform/pages/assets.js';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { Empty } from '../../platform/pages/page-heading.js';
import { PageParts, type PageSlots } from '../../platform/pages/page-parts.js';
import { TakenHostTime } from '../../units/index.js';
import type { Zone } from '../../platform/text/zones.js';
import { ListVisits, type VisitLine } from '../queries/list-visits.js';
import { HostedPrograms, type HostedProgram } from '../queries/hosted-programs.js';
import { TakenTime } from '../queries/taken-time.js';
import { VisitRow } from './visit-row.js';

const MOST = 5;
/** The section stands after what the unit knows. */
const [STRENGTHS, VISITS] = [20, 30];

/** The visits of a unit on its page, what it was visited for, and which of its time is taken. */
@Injectable()
export class UnitSections implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly parts: PageParts,
    private readonly takenHostTime: TakenHostTime,
    private readonly taken: TakenTime,
    private readonly list: ListVisits,
    private readonly programs: HostedPrograms,
  ) {}

  onModuleInit(): void {
    this.takenHostTime.register((unit, from, to, now) => this.taken.ofHost(unit, from, to, now));
    this.parts.register('unit', STRENGTHS, async ({ unit }) => {
      const programs = await this.programs.ofHost(unit.code);
      return programs.length === 0 ? null : <Strengths programs={programs} />;
    });
    this.parts.register('unit', VISITS, async ({ actor, unit }) => {
      const now = this.clock.now();
      const common = { unit: unit.code, limit: MOST };
      const [next, last] = [
        await this.list.execute(actor, { ...common, from: now, soonestFirst: true }),
        await this.list.execute(actor, { ...common, to: now }),
      ];
      const past = last.items.filter(({ endsAt }) => endsAt <= now);
      return <Visits next={next.items} last={past} unit={unit} own={actor.timeZone} now={now} />;
    });
  }
}

function Strengths({ programs }: { programs: readonly HostedProgram[] }): VNode {
  return (
    <Card title="Kekuatan per program">
      <ul class="list-group list-group-flush">
        {programs.map(({ code, number, title, visits }) => (
          <li class="list-group-item" key={code}>
            <span class="fw-medium">{number === null ? title : `${number}. ${title}`}</span>
            <span class="d-block text-secondary">{visits} kunjungan diterima</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface VisitsProps {
  next: readonly VisitLine[];
  last: readonly VisitLine[];
  unit: PageSlots['unit']['unit'];
  own: Zone;
  now: Date;
}

function Visits({ next, last, unit, own, now }: VisitsProps): VNode {
  return (
    <Card title="Kunjungan">
      <link rel="stylesheet" href={assetPath('visits/pages/visit.css')} />
      {next.length + last.length === 0 ? (
        <Empty icon="visit" title="Belum ada kunjungan yang dapat Anda lihat">
          Kunjungan yang melibatkan Anda dan {unit.name} muncul di sini.
        </Empty>
      ) : (
        <>
          <Rows title="Berikutnya" visits={next} own={own} now={now} />
          <Rows title="Sebelumnya" visits={last} own={own} now={null} />
          <a class="card-footer d-block" href="/kunjungan?tab=semua">
            Semua kunjungan <Icon name="next" />
          </a>
        </>
      )}
    </Card>
  );
}

interface RowsProps {
  title: string;
  visits: readonly VisitLine[];
  own: Zone;
  now: Date | null;
}

function Rows({ title, visits, own, now }: RowsProps): VNode | null {
  if (visits.length === 0) return null;
  return (
    <>
      <h3 class="px-3 pt-3 mb-0 fs-4">{title}</h3>
      <ul class="list-group list-group-flush">
        {visits.map((visit) => (
          <li class="list-group-item" key={visit.id}>
            <VisitRow visit={visit} own={own} now={now} />
          </li>
        ))}
      </ul>
    </>
  );
}
