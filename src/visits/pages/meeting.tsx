import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { lacksLink, meetingLinkOf, NO_LINK } from '../domain/visit-mode.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';

interface MeetingProps {
  visit: ReadableVisit['visit'];
  /** Whether the reader may fill the link in. */
  mayEdit: boolean;
}

/** The way into a visit's meeting, or who has to fill it in; nothing where nobody comes by video, or once it was held. */
export function Meeting({ visit, mayEdit }: MeetingProps): VNode | null {
  if (!hasTrait(visit.state, 'ahead') && !hasTrait(visit.state, 'unsent')) return null;
  const link = meetingLinkOf(visit);
  if (link !== null) return <MeetingButton link={link} />;
  if (!lacksLink(visit) || !mayEdit) return null;
  return (
    <div class="alert alert-warning d-block" role="status">
      <h2 class="alert-title">{NO_LINK}</h2>
      <p class="mb-0">
        Peserta belum tahu ke mana harus bergabung.{' '}
        <a class="text-decoration-underline" href={`/kunjungan/${visit.id}/ubah#meetingLink`}>
          Isi tautan rapat
        </a>
      </p>
    </div>
  );
}

function MeetingButton({ link }: { link: string }): VNode {
  return (
    <p>
      <a class="btn btn-primary" href={link} target="_blank" rel="noopener noreferrer nofollow">
        <Icon name="video" />
        Masuk rapat daring
      </a>
    </p>
  );
}

/** The link of a meeting as it is read. */
export const MeetingLink = ({ link }: { link: string }): VNode => (
  <a class="text-break" href={link} rel="noopener noreferrer nofollow">
    {link}
  </a>
);
