import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { decidesChanges } from '../domain/unit-change-policies.js';
import { changeTitle } from '../domain/unit-change-words.js';
import type { UnitChangeFact } from '../queries/list-unit-changes.js';
import { ChangeBadge, CHANGES_PATH } from './change-parts.js';

interface ChangeListPageProps {
  actor: Actor;
  page: Page<UnitChangeFact>;
  cursor: string | undefined;
}

/** What became and becomes of units, the latest first. */
export function ChangeListPage({ actor, page, cursor }: ChangeListPageProps): VNode {
  const isDecider = decidesChanges(actor);
  return (
    <Layout title="Perubahan UPT" actor={actor} path="/pengelolaan">
      <PageHeading
        title="Perubahan UPT"
        lead="UPT yang dibuka, ditutup, bergabung, dipecah, atau berganti nama, jenis, dan kelas."
        back={['/pengelolaan', 'Pengelolaan']}
      >
        <a class="btn btn-primary" href={`${CHANGES_PATH}/baru`}>
          <Icon name="plus" />
          {isDecider ? 'Catat perubahan' : 'Usulkan perubahan'}
        </a>
      </PageHeading>
      <div class="card">
        {page.items.length > 0 ? (
          <ul class="list-group list-group-flush">
            {page.items.map((change) => (
              <li class="list-group-item" key={change.id}>
                <a class="row-link" href={`${CHANGES_PATH}/${change.id}`}>
                  <span>
                    <span class="fw-medium">{changeTitle(change)}</span>
                    <span class="d-block text-secondary">
                      Mulai {formatCalendarDate(change.effectiveOn)} · {change.regionalOfficeName ?? 'Pusat'}
                    </span>
                  </span>
                  <ChangeBadge state={change.state} />
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <Empty icon="building" title="Belum ada perubahan UPT">
            <p>Yang dicatat atau diusulkan muncul di sini.</p>
          </Empty>
        )}
        <Paging
          label="Halaman perubahan UPT"
          path={CHANGES_PATH}
          chosen={{ cursor }}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Berikutnya"
        />
      </div>
    </Layout>
  );
}
