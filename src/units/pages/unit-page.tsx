import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { Notice } from '../../platform/pages/form-parts.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import { Section, SectionFault, type Gathered } from '../../platform/pages/section.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { zoneLabel } from '../../platform/text/zones.js';
import type { UnitDetailsFact } from '../queries/unit-details.js';
import type { Strength } from '../use-cases/unit-strengths.js';
import { OpenBadge } from './unit-list-page.js';
import { StrengthsCard } from './unit-strengths-card.js';
import { UnitWeek, type WeekView } from './unit-week.js';
import { hoursInWords, noticeInWords } from './unit-words.js';

export interface UnitPageProps {
  actor: Actor;
  unit: UnitDetailsFact;
  kilometres: number | null;
  week: Gathered<WeekView>;
  mayChange: boolean;
  /** Something was saved just now. */
  notice: string | undefined;
  underWeek: VNode[];
  strengths: Gathered<readonly Strength[]>;
  parts: VNode[];
  /** Style sheets of the parts. */
  styles: readonly string[];
}

/** A unit: who it is, when it receives guests, and what features add. */
export function UnitPage(props: UnitPageProps): VNode {
  const { actor, unit, strengths, mayChange, notice } = props;
  const mayAsk = actor.unit !== null && actor.unit !== unit.code && unit.policy.open;
  return (
    <Layout title={unit.name} actor={actor} path="/upt" styles={['units/pages/units.css', ...props.styles]}>
      <PageHeading
        title={unit.name}
        lead={`${unit.typeName} · ${unit.place} · ${unit.regionalOfficeName}`}
        back={['/upt', 'UPT']}
      >
        {mayChange && (
          <a class="btn" href={`/upt/${unit.code}/ubah`}>
            <Icon name="pencil" />
            Ubah
          </a>
        )}
        {mayAsk && (
          <a class="btn btn-primary" href={`/kunjungan/baru?tuan=${unit.code}`}>
            <Icon name="plus" />
            Ajukan kunjungan ke sini
          </a>
        )}
      </PageHeading>
      {notice !== undefined && <Notice>{notice}</Notice>}
      <div class="unit-columns">
        <Identity {...props} />
        <Hosting unit={unit} />
      </div>
      {unit.policy.open && <Week {...props} />}
      {props.underWeek}
      {strengths.found ? (
        <Section>
          <StrengthsCard strengths={strengths.found} />
        </Section>
      ) : (
        <SectionFault {...strengths} />
      )}
      {props.parts}
    </Layout>
  );
}

function Week({ actor, unit, week }: UnitPageProps): VNode {
  if (!week.found) return <SectionFault {...week} />;
  return (
    <Section>
      <UnitWeek week={week.found} zone={unit.timeZone} own={actor.timeZone} path={`/upt/${unit.code}`} />
    </Section>
  );
}

function Hosting({ unit: { policy, timeZone, closedDays } }: { unit: UnitDetailsFact }): VNode {
  const hours = hoursInWords(policy.windows);
  return (
    <Card title="Menerima kunjungan">
      <div class="card-body">
        <p>
          <OpenBadge open={policy.open} />
        </p>
        {policy.open ? (
          <Facts
            lines={[
              ...hours.map(
                ({ days, hours: time }) => [days, `pukul ${time} ${zoneLabel(timeZone)}`] as const,
              ),
              ['Diajukan', noticeInWords(policy)],
              [
                'Bersamaan',
                policy.capacity === 1
                  ? 'Satu kunjungan pada satu waktu'
                  : `Sampai ${policy.capacity} kunjungan`,
              ],
              [
                'Rombongan',
                policy.largestParty === null
                  ? 'Tidak dibatasi'
                  : `Paling banyak ${policy.largestParty} orang`,
              ],
              ['Tanda pengenal', policy.identityRule],
              ['Telepon genggam', policy.phoneRule],
              ['Kamera', policy.cameraRule],
              ['Hari tutup', closedDays.length > 0 && <ClosedDays days={closedDays} />],
            ].filter((line): line is [string, string | VNode] => Boolean(line[1]))}
          />
        ) : (
          <p class="mb-0">UPT ini belum membuka diri untuk kunjungan.</p>
        )}
      </div>
    </Card>
  );
}

const MOST_DAYS = 8;

function ClosedDays({ days }: { days: UnitDetailsFact['closedDays'] }): VNode {
  return (
    <ul class="list-unstyled mb-0">
      {days.slice(0, MOST_DAYS).map(({ date, reason }) => (
        <li key={date}>
          {formatCalendarDate(date)}: {reason}
        </li>
      ))}
      {days.length > MOST_DAYS && <li>dan {days.length - MOST_DAYS} hari lagi</li>}
    </ul>
  );
}

function Identity({ unit, kilometres }: UnitPageProps): VNode {
  const { email, phone } = unit;
  return (
    <Card title="Tentang UPT ini">
      <div class="card-body">
        <Facts
          lines={[
            ['Jenis', unit.typeName],
            ['Kelas', unit.class],
            ['Tempat', unit.place],
            ['Jarak dari UPT Anda', kilometres !== null && `${kilometres} km garis lurus`],
            ['Kantor Wilayah', unit.regionalOfficeName],
            ['Zona waktu', zoneLabel(unit.timeZone)],
            ['Nama lain', unit.aliases.join(', ')],
            ['Nama dahulu', unit.formerNames.map(({ name }) => name).join(', ')],
            ['Alamat', unit.address],
            ['Telepon', phone !== null && <a href={`tel:${phone}`}>{phone}</a>],
            ['Surel', email !== null && <a href={`mailto:${email}`}>{email}</a>],
          ].filter((line): line is [string, string | VNode] => Boolean(line[1]))}
        />
      </div>
    </Card>
  );
}
