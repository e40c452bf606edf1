import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { reachNewsOf, type ReachGap, type ReachNews } from '../domain/reach.js';
import { takesWhatsApp } from '../domain/reach-text.js';
import type { ReachList, Unreached } from '../use-cases/read-reach.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';

const gapWords: Readonly<Record<ReachGap, string>> = {
  'no-mail': 'tanpa surel',
  bounced: 'surelnya kembali',
  'not-answered': 'belum menjawab undangan',
};

const leads: Readonly<Record<ReachNews, string>> = {
  invited: 'Mereka mungkin belum tahu tentang kunjungan ini. Hubungi langsung, lalu beri tanda.',
  moved:
    'Waktu atau tempat berubah: mereka mungkin belum tahu. Yang diberi tahu sebelum perubahan perlu dihubungi lagi.',
  off: 'Kunjungan batal: mereka mungkin tetap datang. Hubungi langsung, lalu beri tanda.',
};

interface ReachCardProps {
  visit: ReadableVisit['visit'];
  list: ReachList;
  /** The reader's. */
  zone: Zone;
}

const isOpen = ({ participant }: Unreached): boolean => !participant.reachedAt;

/** Those who may not have heard of the visit as it stands, with the ways to them; nothing where everybody has. */
export function ReachCard({ visit, list, zone }: ReachCardProps): VNode | null {
  const open = list.people.filter(isOpen);
  const told = list.people.filter((each) => !isOpen(each));
  if (list.people.length === 0) return null;
  return (
    <div id="terjangkau" class={list.isUrgent && open.length > 0 ? 'reach-urgent' : undefined}>
      <Card title={`Belum terjangkau (${open.length})`}>
        <p class="card-body pb-2 mb-0 text-secondary">
          {open.length > 0 ? leads[reachNewsOf(visit)] : 'Semuanya sudah dihubungi.'}
        </p>
        <Lines visit={visit} people={open} zone={zone} />
        {told.length > 0 && (
          <details class="reach-told">
            <summary class="card-footer participants-more">Sudah dihubungi ({told.length})</summary>
            <Lines visit={visit} people={told} zone={zone} />
          </details>
        )}
      </Card>
    </div>
  );
}

function Lines({
  visit,
  people,
  zone,
}: Pick<ReachCardProps, 'visit' | 'zone'> & { people: Unreached[] }): VNode {
  return (
    <ul class="list-group list-group-flush">
      {people.map((each) => (
        <li class="list-group-item" key={each.participant.id} id={`jangkau-${each.participant.id}`}>
          <Line visitId={visit.id} unreached={each} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  visitId: string;
  unreached: Unreached;
  zone: Zone;
}

function Line({ visitId, unreached: { participant, because }, zone }: LineProps): VNode {
  const { id, name, phone, reachedAt, reachedByName, isContactHidden } = participant;
  const address = `/kunjungan/${visitId}/jangkau/${id}`;
  return (
    <>
      <div class="fw-medium">{name}</div>
      <div class="text-secondary">
        {[gapWords[because], phone ?? (isContactHidden ? 'telepon tidak untuk Anda' : 'tanpa telepon')].join(
          ' · ',
        )}
      </div>
      {reachedAt && (
        <div>
          Dihubungi {reachedByName}, {formatMoment(reachedAt, zone)}
        </div>
      )}
      <div class="btn-list mt-2">
        {takesWhatsApp(phone) && (
          <PageForm action={`${address}/pesan`} asks>
            <button class="btn" type="submit" aria-label={`WhatsApp ke ${name}`}>
              <Icon name="share" />
              WhatsApp
            </button>
          </PageForm>
        )}
        {phone && (
          <a class="btn" href={`tel:${phone}`} aria-label={`Telepon ${name}`}>
            Telepon
          </a>
        )}
        <Tick address={address} name={name} isReached={Boolean(reachedAt)} />
      </div>
    </>
  );
}

/** Says that somebody was told, or takes it back. */
export function Tick({
  address,
  name,
  isReached,
}: {
  address: string;
  name: string;
  isReached: boolean;
}): VNode {
  return (
    <PageForm action={isReached ? `${address}/belum` : `${address}/sudah`}>
      <button
        class="btn"
        type="submit"
        aria-label={`${isReached ? 'Belum dihubungi' : 'Sudah dihubungi'}: ${name}`}
      >
        {isReached ? 'Belum dihubungi' : 'Sudah dihubungi'}
      </button>
    </PageForm>
  );
}
