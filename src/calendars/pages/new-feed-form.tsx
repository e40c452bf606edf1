import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Check, Group } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { Actor } from '../../platform/security/actor.js';
import type { ProgramChoice, VisitFacts } from '../../visits/index.js';
import { feedForms, shownStates } from '../domain/feed-content.js';
import { formWords, feedScopesOf, scopeWords, feedStateWords } from './feed-words.js';

interface NewFeedProps {
  actor: Actor;
  id: string;
  visit: VisitFacts | null;
  programs: readonly ProgramChoice[];
  chosen: SentForm;
  faults: FormFaults | null;
}

const isChosen = (chosen: SentForm, field: string, value: string): boolean => {
  const sent = chosen[field];
  return Array.isArray(sent) ? sent.includes(value) : sent === value;
};

/** What to subscribe to: one tap for the usual, the rest behind a fold. */
export function NewFeed({ actor, id, visit, programs, chosen, faults }: NewFeedProps): VNode {
  const scopes = feedScopesOf(actor);
  const scope = typed(chosen, 'scope') || scopes[0];
  return (
    <Card title="Berlangganan">
      <PageForm class="card-body" action="/kalender/saya">
        <input type="hidden" name="id" value={id} />
        {visit ? (
          <OneVisit visit={visit} />
        ) : (
          <Group legend="Yang ingin dilihat">
            {scopes.map((each) => (
              <Check
                key={each}
                type="radio"
                name="scope"
                scope={each}
                value={each}
                label={scopeWords[each]}
                checked={each === scope}
                faults={faults}
              />
            ))}
          </Group>
        )}
        <details class="mb-3" open={faults !== null}>
          <summary class="fold">Pilihan lain</summary>
          {visit ? (
            <Forms {...{ chosen, faults }} isOneVisit />
          ) : (
            <MoreChoices {...{ programs, chosen, faults }} />
          )}
        </details>
        <button class="btn btn-primary w-100" type="submit">
          Buat langganan
        </button>
      </PageForm>
    </Card>
  );
}

/** A feed of a single visit has nothing to choose from but its form. */
function OneVisit({ visit }: { visit: VisitFacts }): VNode {
  return (
    <>
      <input type="hidden" name="scope" value="visit" />
      <input type="hidden" name="visit" value={visit.id} />
      <p>Hanya kunjungan ini yang masuk ke kalender Anda, dengan susunan acaranya.</p>
    </>
  );
}

function Forms({
  chosen,
  faults,
  isOneVisit = false,
}: Pick<NewFeedProps, 'chosen' | 'faults'> & { isOneVisit?: boolean }): VNode {
  const shows = typed(chosen, 'shows') || 'visits';
  const fitting = isOneVisit ? feedForms.filter((each) => each !== 'busy') : feedForms;
  return (
    <Group legend="Bentuk">
      {fitting.map((each) => (
        <Check
          key={each}
          type="radio"
          name="shows"
          scope={each}
          value={each}
          label={formWords[each]}
          checked={each === shows}
          faults={faults}
        />
      ))}
    </Group>
  );
}

function MoreChoices({
  programs,
  chosen,
  faults,
}: Pick<NewFeedProps, 'programs' | 'chosen' | 'faults'>): VNode {
  return (
    <div class="mt-2">
      <Forms {...{ chosen, faults }} />
      <Group legend="Hanya keadaan ini (kosong: semua)">
        {shownStates.map((each) => (
          <Check
            key={each}
            name="states"
            scope={each}
            value={each}
            label={feedStateWords[each]}
            checked={isChosen(chosen, 'states', each)}
            faults={faults}
          />
        ))}
      </Group>
      <Group legend="Hanya program ini (kosong: semua)">
        {programs.map(({ code, title }) => (
          <Check
            key={code}
            name="programs"
            scope={code}
            value={code}
            label={title}
            checked={isChosen(chosen, 'programs', code)}
            faults={faults}
          />
        ))}
      </Group>
    </div>
  );
}
