import type { VNode } from 'preact';
import { PlainText } from '../../platform/pages/free-text.js';
import { assetPath } from '../../platform/pages/assets.js';
import { Card } from '../../platform/pages/card.js';
import { formatDate } from '../../platform/text/dates.js';
import { marks, usefulnessWords, welcomeWords } from '../domain/feedback-form.js';
import { FEWEST_ANSWERS } from '../domain/feedback-release.js';
import { averageWords, type MarkResult, type Remark } from '../domain/feedback-results.js';
import type { HostRating } from '../queries/host-ratings.js';
import type { ReadableFeedback } from '../use-cases/read-feedback.js';

const BAR_WIDTH = 100;
const BAR_HEIGHT = 10;

/** What participants said of a visit. */
export function FeedbackSection({
  readable: { results, openUntil, timeZone },
  now,
}: {
  readable: ReadableFeedback;
  now: Date;
}): VNode {
  const { asked, answered, usefulness, welcome, toCopy, toImprove } = results;
  return (
    <div id="masukan">
      <link rel="stylesheet" href={assetPath('feedback/pages/feedback.css')} />
      <Card title="Masukan peserta">
        <div class="card-body">
          <p>
            {answered === 0
              ? `Belum ada nilai yang dapat ditampilkan; ${asked} peserta diminta mengisi.`
              : `Ditampilkan jawaban ${answered} dari ${asked} peserta yang diminta.`}
            {openUntil &&
              ` Formulir ${now < openUntil ? 'terbuka sampai' : 'ditutup'} ${formatDate(openUntil, timeZone)}.`}
          </p>
          <p class="text-secondary">
            Agar tidak ketahuan siapa menjawab apa, masukan ditampilkan setelah sedikitnya {FEWEST_ANSWERS}{' '}
            orang mengisi, dan diperbarui bila jawaban sedikitnya {FEWEST_ANSWERS} orang bertambah atau
            berubah.
          </p>
          <div class="feedback-marks">
            {usefulness && <Marks title="Manfaat kunjungan" result={usefulness} words={usefulnessWords} />}
            {welcome && <Marks title="Sambutan tuan rumah" result={welcome} words={welcomeWords} />}
          </div>
          <Remarks title="Yang layak ditiru" remarks={toCopy} />
          <Remarks title="Yang dapat lebih baik" remarks={toImprove} />
        </div>
      </Card>
    </div>
  );
}

interface MarksProps {
  title: string;
  result: MarkResult;
  words: readonly string[];
}

function Marks({ title, result, words }: MarksProps): VNode {
  const { average, count, distribution } = result;
  return (
    <table class="table table-sm feedback-table">
      <caption>
        <span class="feedback-question">{title}</span>
        <span>
          {' '}
          <b class="feedback-average">{averageWords(average)}</b> dari 5, {count} jawaban
        </span>
      </caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Nilai</th>
          <th scope="col">Jawaban</th>
        </tr>
      </thead>
      <tbody>
        {[...marks].reverse().map((mark) => (
          <tr key={mark}>
            <th scope="row">{words[mark - 1]}</th>
            <td>
              <div class="feedback-bar">
                <svg viewBox={`0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    width={(BAR_WIDTH * (distribution[mark - 1] ?? 0)) / Math.max(...distribution)}
                    height={BAR_HEIGHT}
                  />
                </svg>
                <span>{distribution[mark - 1]}</span>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Remarks({ title, remarks }: { title: string; remarks: readonly Remark[] }): VNode | null {
  if (remarks.length === 0) return null;
  return (
    <>
      <h3 class="fs-4 mt-3 mb-2">{title}</h3>
      <ul class="feedback-remarks">
        {remarks.map(({ text, name }, index) => (
          <li key={index}>
            <PlainText text={text} />
            {name !== null && <span class="text-secondary"> – {name}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What guests think of a host, on its own page. */
export function RatingCard({ average, count }: HostRating): VNode {
  return (
    <Card title="Penilaian tamu">
      <div class="card-body">
        <p class="mb-0">
          <b>{averageWords(average)}</b> dari 5, oleh {count} tamu yang pernah diterima.
        </p>
      </div>
    </Card>
  );
}
