import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { DescribedField } from '../../platform/pages/described-field.js';
import { fieldText } from '../../platform/pages/described-form.js';
import { RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { maskNip } from '../../platform/text/nip.js';
import { detailFields, detailNamesOf } from '../domain/letter-details.js';
import { letterKindWords } from '../domain/letter-kinds.js';
import {
  LONGEST_MINUTES,
  minutesParts,
  minutesWords,
  type SessionMinutes,
} from '../domain/session-minutes.js';
import type { ReadableLetter } from '../use-cases/read-letters.js';

interface LetterDetailsPageProps {
  actor: Actor;
  letter: ReadableLetter;
  /** The register it stands in. */
  back: [path: string, title: string];
  /** Of a notula: the sessions of which minutes can be kept, each with what was kept. */
  minutes: readonly SessionMinutes[];
  refused?: { sent: SentForm; faults: FormFaults };
}

/** Where the minutes of a session are typed: a part, and which of the sessions it is. */
export const minutesName = (part: string, { session }: Pick<SessionMinutes, 'session'>): string =>
  `${part}-${session ?? 'seluruhnya'}`;

/** What a letter says that the visit does not know. */
export function LetterDetailsPage({ actor, letter, back, minutes, refused }: LetterDetailsPageProps): VNode {
  return (
    <Layout title={`Isian ${letterKindWords[letter.kind]}`} actor={actor} path="/kunjungan">
      <PageHeading
        title={`Isian ${letterKindWords[letter.kind].toLowerCase()}`}
        lead="Hanya yang belum diketahui dari kunjungan. Yang dikosongkan diberi titik-titik pada naskah, atau diisi sebagaimana keterangannya."
        back={back}
      />
      <RefusalAlert faults={refused?.faults ?? null} />
      <PageForm class="prose" action={`/naskah/${letter.id}/isian`} version={letter.version}>
        <Card title={letterKindWords[letter.kind]}>
          <div class="card-body">
            <Fields letter={letter} refused={refused} />
          </div>
        </Card>
        {minutes.map((each) => (
          <MinutesCard key={each.session} minutes={each} refused={refused} />
        ))}
        <button class="btn btn-primary" type="submit">
          Simpan isian
        </button>
      </PageForm>
    </Layout>
  );
}

type Refused = LetterDetailsPageProps['refused'];

/** A NIP stands whole on paper alone. */
const shownDetail = ({ details }: ReadableLetter, name: keyof typeof detailFields): string =>
  name === 'authorityNip' ? maskNip(details.authorityNip) : fieldText(details[name]);

const Fields = ({ letter, refused }: { letter: ReadableLetter; refused: Refused }): VNode => (
  <>
    {detailNamesOf(letter.kind).map((name) => (
      <DescribedField
        key={name}
        name={name}
        field={detailFields[name]}
        value={refused ? typed(refused.sent, name) : shownDetail(letter, name)}
        faults={refused?.faults ?? null}
        optional
      />
    ))}
  </>
);

const MinutesCard = ({ minutes, refused }: { minutes: SessionMinutes; refused: Refused }): VNode => (
  <Card title={minutes.title}>
    <div class="card-body">
      {minutesParts.map((part) => {
        const name = minutesName(part, minutes);
        return (
          <TextArea
            key={name}
            name={name}
            label={minutesWords[part]}
            hint="Satu baris satu butir."
            value={refused ? typed(refused.sent, name) : minutes[part]}
            faults={refused?.faults ?? null}
            maxLength={LONGEST_MINUTES}
            rows={3}
            optional
          />
        );
      })}
    </div>
  </Card>
);
