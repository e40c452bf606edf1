import type { VNode } from 'preact';
import { PlainText } from '../../platform/pages/free-text.js';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { guestActions, mayAskGuests } from '../domain/guest-answers.js';
import { guestAnswerWords } from '../domain/guest-words.js';
import type { VisitGuest } from '../queries/visit-guests.js';
import type { JointVisit } from '../use-cases/read-visit.js';
import { GuestAnswerForms } from './guest-answer-forms.js';
import type { RefusedStep } from './step-forms.js';
import { actsFor } from '../../platform/security/capabilities.js';

interface GuestsCardProps {
  actor: Actor;
  joint: JointVisit;
  refused: RefusedStep | null;
}

/** Every organisation that visits, or was asked to, with what the reader may do about it. */
export function GuestsCard({ actor, joint, refused }: GuestsCardProps): VNode | null {
  const { visit, guests } = joint;
  const mayAsk = mayAskGuests(visit, actor);
  if (guests.length < 2 && !mayAsk) return null;
  const own = guests.find(({ organisation, leading }) => !leading && actsFor(actor, organisation));
  return (
    <Card title="Tamu">
      <ul class="list-group list-group-flush">
        {guests.map((guest) => (
          <li class="list-group-item" key={guest.organisation}>
            <GuestLine guest={guest} joint={joint} actor={actor} />
          </li>
        ))}
      </ul>
      {guests.filter(({ answer }) => answer === 'joined').length > 1 && (
        <p class="card-body mb-0">Seluruh rombongan: {visit.partyCount} orang.</p>
      )}
      {own && (
        <GuestAnswerForms
          visit={visit}
          guest={own}
          actions={guestActions(visit, own, actor)}
          refused={refused}
        />
      )}
      {mayAsk && (
        <div class="card-footer">
          <a class="btn" href={`/kunjungan/${visit.id}/tamu`}>
            <Icon name="plus" />
            Ajak kantor lain
          </a>
        </div>
      )}
    </Card>
  );
}

function GuestLine({
  guest,
  joint: { visit },
  actor,
}: { guest: VisitGuest } & Omit<GuestsCardProps, 'refused'>): VNode {
  const { organisation, name, leading, answer, dueOn, reason, message } = guest;
  const size = leading ? visit.partySize : guest.partySize;
  const words = guestAnswerWords[answer];
  return (
    <div class="d-flex flex-wrap gap-2 align-items-center">
      <div class="flex-fill">
        <div class="fw-medium">{name}</div>
        <div class="text-secondary">
          {leading && 'Tamu utama. '}
          {answer === 'joined' && `${Math.max(size ?? 0, guest.people)} orang.`}
          {answer === 'asked' && dueOn !== null && `Dijawab paling lambat ${formatCalendarDate(dueOn)}.`}
        </div>
        {answer === 'asked' && message && <PlainText text={message} />}
        {answer !== 'joined' && reason && <PlainText text={reason} />}
      </div>
      {!leading && (
        <span class="badge badge-outline">
          <span class={`status-dot bg-${words.colour} me-1`} />
          {words.name}
        </span>
      )}
      {guestActions(visit, guest, actor).includes('take-back') && (
        <PageForm action={`/kunjungan/${visit.id}/tamu/${organisation}/tarik`}>
          <button class="btn btn-sm" type="submit">
            Tarik ajakan<span class="visually-hidden"> kepada {name}</span>
          </button>
        </PageForm>
      )}
    </div>
  );
}
