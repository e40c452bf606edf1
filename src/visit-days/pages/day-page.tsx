import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { RefusalAlert } from '../../platform/pages/form-parts.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { AttendanceCard } from './attendance-card.js';
import { dayBuild } from './day-build.js';
import { photoFault, type DayPageProps } from './day-props.js';
import { ShownEntries } from './entry-list.js';
import { EntryNoteForm, PhotoForm } from './entry-forms.js';
import { NowCard } from './now-card.js';

/** The day of a visit on one screen: what is going on, who is there, what is worth keeping. */
export function DayPage(props: DayPageProps): VNode {
  const { actor, day, refusal } = props;
  const { visit, entries } = day;
  const zone = visit.timeZone;
  const own = actor.timeZone;
  return (
    <Layout
      title="Hari kunjungan"
      actor={actor}
      path="/kunjungan"
      styles={['visit-days/pages/day.css']}
      scripts={['visit-days/pages/browser/day.js']}
    >
      <PageHeading
        title="Hari kunjungan"
        back={[`/kunjungan/${visit.id}`, visit.title]}
        lead={
          <>
            {formatDateTimeRange(visit, zone)} · {visit.hostUnitName}
            {own !== zone && <span class="d-block">Di tempat Anda: {formatDateTimeRange(visit, own)}</span>}
          </>
        }
      >
        <a class="btn" href={`/kunjungan/${visit.id}/foto`}>
          <Icon name="camera" />
          Album foto
        </a>
      </PageHeading>
      <div class="day" data-visit={visit.id} data-title={visit.title} data-build={dayBuild()} data-enters>
        <div class="day-line" id="kiriman" role="status" aria-live="polite" />
        <RefusalAlert faults={photoFault(refusal) === null ? (refusal?.faults ?? null) : null} />
        <NowCard {...props} />
        <AttendanceCard {...props} />
        <Card title="Catat">
          <div class="card-body day-notes">
            <EntryNoteForm {...props} />
            <hr />
            <PhotoForm {...props} />
          </div>
        </Card>
        <Card title="Catatan dan foto">
          <ul class="list-group list-group-flush" id="belum-terkirim" />
          <div id="entri" data-part>
            {entries.length > 0 ? (
              <ShownEntries entries={entries} zone={zone} backTo="hari-ini" />
            ) : (
              <Empty icon="camera" title="Belum ada catatan atau foto">
                Yang Anda catat di atas tampil di sini, juga yang dicatat UPT lain.
              </Empty>
            )}
          </div>
        </Card>
      </div>
    </Layout>
  );
}
