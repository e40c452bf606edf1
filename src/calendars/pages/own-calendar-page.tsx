import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Check, Group, NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults, SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import { readerTimeLine } from '../../platform/text/reader-time.js';
import { feedName } from '../domain/feed-content.js';
import type { ListedFeed } from '../queries/feeds.js';
import { alarmChoices, contentLine } from './feed-words.js';
import { NewFeed } from './new-feed-form.js';
import type { OwnCalendarFacts } from './own-calendar-view.js';

const notices: Readonly<Record<string, string>> = {
  sudah:
    'Langganan itu sudah dibuat. Alamatnya hanya ditampilkan sekali; ganti alamatnya bila belum sempat dipakai.',
  pengingat:
    'Pengingat tersimpan. Berlaku untuk undangan berikutnya dan langganan kunjungan yang Anda ikuti.',
  cabut: 'Langganan dicabut. Alamatnya tidak berlaku lagi.',
};

interface OwnCalendarPageProps extends OwnCalendarFacts {
  actor: Actor;
  newFeedId: string;
  /** What the form is opened with: typed before, or named by the page's address. */
  chosen: SentForm;
  faults: FormFaults | null;
}

/** One's own calendar: subscribe, see who reads what, revoke; and when it reminds. */
export function OwnCalendarPage(props: OwnCalendarPageProps): VNode {
  const { actor, visit, feeds, alarms, programs, newFeedId, chosen, faults } = props;
  const notice = typeof chosen['info'] === 'string' ? notices[chosen['info']] : undefined;
  return (
    <Layout
      title="Kalender saya"
      actor={actor}
      path="/kalender/saya"
      styles={['calendars/pages/own-calendar.css']}
    >
      <Heading {...props} />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={faults} />
      <div class="feed-columns">
        <NewFeed {...{ actor, visit, programs, chosen, faults }} id={newFeedId} />
        <div>
          <Subscriptions feeds={feeds} actor={actor} />
          {!visit && <Alarms alarms={alarms} faults={faults} />}
        </div>
      </div>
    </Layout>
  );
}

function Heading({ actor, visit, now }: Pick<OwnCalendarPageProps, 'actor' | 'visit' | 'now'>): VNode {
  if (!visit) {
    return (
      <PageHeading
        title="Kalender saya"
        lead="Kunjungan muncul di kalender ponsel atau komputer Anda, dan mengikuti setiap perubahan."
      />
    );
  }
  const { id, title } = visit;
  return (
    <PageHeading
      title="Kalender kunjungan ini"
      lead={`${title} · ${readerTimeLine(visit, { timeZone: actor.timeZone, now })}`}
      back={[`/kunjungan/${id}`, 'Kunjungan']}
    >
      <a class="btn" href="/kalender/saya">
        Semua langganan
      </a>
    </PageHeading>
  );
}

function Subscriptions({ feeds, actor }: { feeds: ListedFeed[]; actor: Actor }): VNode {
  return (
    <Card title="Langganan Anda">
      {feeds.length === 0 ? (
        <Empty icon="calendar" title="Belum ada langganan">
          Buat satu, lalu tambahkan ke kalender dengan dua ketukan.
        </Empty>
      ) : (
        <ul class="list-group list-group-flush">
          {feeds.map((feed) => (
            <Subscription key={feed.id} feed={feed} actor={actor} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Subscription({ feed, actor: { timeZone } }: { feed: ListedFeed; actor: Actor }): VNode {
  const { id, lastUsedAt } = feed;
  return (
    <li class="list-group-item">
      <div class="fw-medium">{feedName(feed)}</div>
      <div class="text-secondary">{contentLine(feed)}</div>
      <div class="text-secondary">
        {lastUsedAt
          ? `Terakhir dibaca ${formatMoment(lastUsedAt, timeZone)}`
          : 'Belum pernah dibaca program kalender.'}
      </div>
      <details class="mt-1">
        <summary class="fold">Ganti alamat atau cabut</summary>
        <p class="text-secondary mb-0 mt-1">
          Mengganti alamat membuat alamat lama tidak berlaku; tambahkan yang baru di kalender Anda. Mencabut
          membuat kalender Anda berhenti diperbarui.
        </p>
        <div class="feed-deeds">
          <PageForm action={`/kalender/saya/${id}/ganti`}>
            <button class="btn" type="submit">
              Ganti alamat<span class="visually-hidden"> {feedName(feed)}</span>
            </button>
          </PageForm>
          <PageForm action={`/kalender/saya/${id}/cabut`}>
            <button class="btn btn-outline-danger" type="submit">
              Cabut<span class="visually-hidden"> {feedName(feed)}</span>
            </button>
          </PageForm>
        </div>
      </details>
    </li>
  );
}

function Alarms({ alarms, faults }: { alarms: readonly number[]; faults: FormFaults | null }): VNode {
  const others = alarms.filter((minutes) => alarmChoices.every((choice) => choice.minutes !== minutes));
  const choices = [
    ...alarmChoices,
    ...others.map((minutes) => ({ minutes, name: `${minutes} menit sebelumnya` })),
  ];
  return (
    <Card title="Pengingat di kalender">
      <PageForm class="card-body" action="/kalender/saya/pengingat">
        <Group legend="Ingatkan saya, paling banyak tiga kali">
          {choices.map(({ minutes, name }) => (
            <Check
              key={minutes}
              name="alarms"
              scope={String(minutes)}
              value={String(minutes)}
              label={name}
              checked={alarms.includes(minutes)}
              faults={null}
            />
          ))}
        </Group>
        {faults?.fields['alarms'] && <div class="text-danger mb-2">{faults.fields['alarms']}</div>}
        <button class="btn" type="submit">
          Simpan pengingat
        </button>
      </PageForm>
    </Card>
  );
}
