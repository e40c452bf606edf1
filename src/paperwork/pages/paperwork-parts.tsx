import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Card } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { mayKeepPapers } from '../domain/policies.js';
import { letterKindWords } from '../domain/letter-kinds.js';
import { ReadLetters } from '../use-cases/read-letters.js';

/** Leads from other pages to what this feature keeps. */
@Injectable()
export class PaperworkParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly letters: ReadLetters,
  ) {}

  onModuleInit(): void {
    this.parts.register('unit', 60, ({ actor, unit }) =>
      Promise.resolve(
        mayKeepPapers(unit, actor) ? (
          <Card title="Surat">
            <div class="card-body">
              <a class="btn" href={`/upt/${unit.code}/kop`}>
                Kop, penanda tangan, dan nomor surat
              </a>
            </div>
          </Card>
        ) : null,
      ),
    );
    this.parts.register('visit', 36, async ({ actor, visitId, visit }) => {
      const { heads, keeps } = await this.letters.heads(actor, visit);
      if (heads.length === 0 && !keeps) return null;
      return <RegisterCard path={`/kunjungan/${visitId}/surat`} letters={heads} />;
    });
  }
}

const RegisterCard = ({
  path,
  letters,
}: {
  path: string;
  letters: Awaited<ReturnType<ReadLetters['heads']>>['heads'];
}) => (
  <Card title={`Register surat (${letters.length})`}>
    {letters.length > 0 && (
      <ul class="list-group list-group-flush">
        {letters.map(({ id, kind, number, subject }) => (
          <li class="list-group-item" key={id}>
            <a href={`${path}#surat-${id}`}>{letterKindWords[kind]}</a>
            <div class="text-secondary">{[number, subject].filter(Boolean).join(' · ')}</div>
          </li>
        ))}
      </ul>
    )}
    <div class="card-footer">
      <a class="btn" href={path}>
        Register surat
      </a>
    </div>
  </Card>
);
