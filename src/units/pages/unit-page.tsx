import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import { Section, SectionFault, type Gathered } from '../../platform/pages/section.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate, localDate } from '../../platform/text/dates.js';
import { distanceText, type Distance } from '../../platform/text/distance.js';
import { readLabel } from '../../platform/text/field-description.js';
import { zoneLabel } from '../../platform/text/zones.js';
import { kindWords } from '../domain/organisation-kinds.js';
import { unitContactFields, hostingFields, hostRules, unitFields } from '../domain/unit-fields.js';
import { changeableParts } from '../domain/policies.js';
import type { UnitDetailsFact } from '../queries/unit-details.js';
import type { Strength } from '../use-cases/unit-strengths.js';
import { UnitBadges } from './unit-list-page.js';
import { StrengthsCard } from './unit-strengths-card.js';
import { Absorbed, FormerNames, UnitEnd } from './unit-life.js';
import { UnitPosition } from './unit-position.js';
import { UnitWeek, type WeekView } from './unit-week.js';
import { visitKindWords } from '../domain/visit-kinds.js';
import { PeriodLines } from './period-lines.js';
import { hoursInWords, kindInWords, noticeInWords } from './unit-words.js';
import { organisationOf } from '../../platform/security/capabilities.js';

export interface UnitPageProps {
  actor: Actor;
  now: Date;
  unit: UnitDetailsFact;
  distance: Distance | null;
  week: Gathered<WeekView>;
  mayChange: boolean;
  /** Something was saved just now. */
  notice: string | undefined;
  /** Why its position was not confirmed. */
  faults?: FormFaults | null;
  underWeek: VNode[];
  strengths: Gathered<readonly Strength[]>;
  parts: VNode[];
  /** Style sheets of the parts. */
  styles: readonly string[];
}

/** A unit: who it is, when it receives guests, and what features add. */
export function UnitPage(props: UnitPageProps): VNode {
  const { actor, unit, strengths, mayChange, notice } = props;
  const own = organisationOf(actor);
  const today = localDate(props.now, unit.timeZone);
  const isClosed = unit.closedOn !== null && unit.closedOn <= today;
  const mayAsk = own !== null && own !== unit.code && unit.policy.open && !isClosed;
  return (
    <Layout title={unit.name} actor={actor} path="/upt" styles={['units/pages/units.css', ...props.styles]}>
      <PageHeading
        title={unit.name}
        lead={[kindName(unit), unit.place, unit.regionalOfficeName].filter(Boolean).join(' · ')}
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
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={props.faults ?? null} />
      <UnitEnd unit={unit} today={today} />
      <div class="unit-columns">
        <Identity {...props} />
        {!isClosed && <Hosting unit={unit} />}
      </div>
      {unit.policy.open && !isClosed && <Week {...props} />}
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

/** What becomes of a request to a unit where nobody has an account. */
const askingWords = ({ email }: UnitDetailsFact): string =>
  email === null
    ? 'Kunjungan tetap dapat diajukan: permintaan dijawab Kanwil atas nama UPT ini.'
    : 'Kunjungan tetap dapat diajukan: permintaan dikirim ke surel UPT ini dan dapat dijawab lewat tautan; Kanwil dapat menjawabkannya.';

function Hosting({ unit }: { unit: UnitDetailsFact }): VNode {
  const { policy, timeZone, closedDays, periods, kinds } = unit;
  const hours = hoursInWords(policy.windows);
  return (
    <Card title="Menerima kunjungan">
      <div class="card-body">
        <p>
          <UnitBadges open={unit.policy.open && unit.canAnswer} usesSambang={unit.usesSambang} />
        </p>
        {!unit.usesSambang && policy.open && <p>{askingWords(unit)}</p>}
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
              ['Kunjungan daring', policy.onlineTakesPlace && 'Ikut memakai satu tempat'],
              [
                'Rombongan',
                policy.largestParty === null
                  ? 'Tidak dibatasi'
                  : `Paling banyak ${policy.largestParty} orang`,
              ],
              ['Terlambat', `Setelah ${policy.lateMinutes} menit sejak mulai`],
              ...hostRules.map((name) => [readLabel(hostingFields[name]), policy[name]] as const),
              ...kinds.map((rule) => [visitKindWords[rule.kind], kindInWords(rule)] as const),
              ['Masa dengan jam lain', periods.length > 0 && <PeriodLines periods={periods} />],
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

/** The address first, then the ways from the nearest to the farthest. */
const contactLines = ['address', 'postcode', 'phone', 'email', 'webPage'] as const;

function contactLink(name: (typeof contactLines)[number], value: string | null): VNode | string | null {
  if (value === null) return value;
  switch (unitContactFields[name].kind) {
    case 'phone':
      return <a href={`tel:${value}`}>{value}</a>;
    case 'mail-address':
      return <a href={`mailto:${value}`}>{value}</a>;
    case 'web-page':
      return (
        <a href={value} rel="noopener noreferrer">
          {value}
        </a>
      );
    case 'text':
    case 'postcode':
      return value;
  }
}

/** The type of a UPT, the kind of every other organisation. */
const kindName = ({ kind, typeName }: UnitDetailsFact): string => typeName ?? kindWords[kind];

function Identity({ actor, unit, distance }: UnitPageProps): VNode {
  return (
    <Card title="Tentang UPT ini">
      <div class="card-body">
        <Facts
          lines={[
            ['Jenis', kindName(unit)],
            ['Kelas', unit.class],
            [readLabel(unitFields.place), unit.place],
            ['Jarak dari UPT Anda', distance && `${distanceText(distance)} garis lurus`],
            ['Kantor Wilayah', unit.regionalOfficeName],
            ['Zona waktu', zoneLabel(unit.timeZone)],
            [readLabel(unitFields.aliases), unit.aliases.join(', ')],
            ['Dahulu bernama', unit.formerNames.length > 0 && <FormerNames names={unit.formerNames} />],
            ['Dibuka', unit.openedOn && formatCalendarDate(unit.openedOn)],
            ['Penerus dari', unit.absorbed.length > 0 && <Absorbed units={unit.absorbed} />],
            ...contactLines.map(
              (name) => [readLabel(unitFields[name]), contactLink(name, unit[name])] as const,
            ),
            [
              'Letak',
              <UnitPosition unit={unit} mayConfirm={changeableParts(unit, actor).includes('contact')} />,
            ],
          ].filter((line): line is [string, string | VNode] => Boolean(line[1]))}
        />
      </div>
    </Card>
  );
}
