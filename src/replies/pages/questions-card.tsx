import { sameHours } from '../../platform/text/day-hours.js';
import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { givenAnswerWords } from '../../visits/index.js';
import { isFromElsewhere, type OpenQuestion } from '../domain/reply-question.js';

interface QuestionsCardProps {
  visitId: string;
  timeZone: Zone;
  questions: readonly OpenQuestion[];
}

/** Mails that a program must not act upon by itself, each with the words of a stranger as plain text. */
export function QuestionsCard({ visitId, timeZone, questions }: QuestionsCardProps): VNode {
  return (
    <div id="surat-masuk">
      <Card title="Surat yang perlu dipastikan">
        <ul class="list-group list-group-flush">
          {questions.map((question) => (
            <li class="list-group-item" key={question.mailId}>
              <div class="fw-medium text-break">{questionWords(question, timeZone)}</div>
              {question.words && <pre class="mail-plain mb-2">{question.words}</pre>}
              <p class="text-secondary mb-2">{doubtWords(question)}</p>
              <Decision
                address={`/kunjungan/${visitId}/surat-masuk/${question.mailId}`}
                kind={question.kind}
              />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function questionWords(question: OpenQuestion, zone: Zone): string {
  const { participantName: name, sender, kind, answer, startsAt, endsAt, substitute } = question;
  if (kind === 'words') return `Pesan dari ${sender} untuk kunjungan ini`;
  const claim =
    kind === 'answer' && answer
      ? givenAnswerWords[answer]
      : kind === 'substitute'
        ? `digantikan ${substitute}`
        : startsAt && endsAt
          ? `mengusulkan waktu lain, ${formatDateTimeRange(sameHours(startsAt, endsAt), zone)}`
          : '';
  return `Jawaban dari ${sender} untuk ${name}: ${claim}?`;
}

function doubtWords(question: OpenQuestion): string {
  const { participantName: name, sender, kind, isProven } = question;
  if (isFromElsewhere(question)) {
    return `Undangan dikirim ke alamat lain. Bila Anda catat, surat berikutnya dari ${sender} juga dianggap dari ${name}.`;
  }
  if (isProven) return `Surat ini memang dari ${name}.`;
  const doubt = `Tidak dapat dipastikan bahwa surat ini dari ${name}.`;
  return kind === 'words' ? doubt : `${doubt} Bila ragu, tanyakan dahulu kepadanya.`;
}

function Decision({ address, kind }: { address: string; kind: OpenQuestion['kind'] }): VNode {
  return (
    <div class="d-flex flex-wrap gap-2">
      <PageForm action={`${address}/terima`}>
        <button class="btn btn-primary" type="submit">
          {kind === 'words' ? 'Sudah dibaca' : 'Ya, catat jawaban ini'}
        </button>
      </PageForm>
      {kind !== 'words' && (
        <PageForm action={`${address}/abaikan`}>
          <button class="btn" type="submit">
            Abaikan
          </button>
        </PageForm>
      )}
    </div>
  );
}
