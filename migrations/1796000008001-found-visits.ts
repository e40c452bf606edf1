import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what waits for a unit, what was changed at one, and what hangs on a person, without reading what is over. */
export class FoundVisits1796000008001 implements MigrationInterface {
  name = 'FoundVisits1796000008001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX visit_guest_state_idx ON visit (guest_unit, state, changed_at);
      CREATE INDEX visit_host_state_idx ON visit (host_unit, state, changed_at);
      CREATE INDEX visit_asked_party_idx ON visit (host_unit) WHERE asked_party IS NOT NULL;
      CREATE INDEX visit_disputed_idx ON visit (disputed_at) WHERE disputed_at IS NOT NULL;
      CREATE INDEX visit_answer_entered_idx ON visit (answer_entered_at) WHERE answer_entered_at IS NOT NULL;
      CREATE INDEX visit_contact_idx ON visit (lower(contact_email)) WHERE contact_email IS NOT NULL;
      CREATE INDEX visit_created_by_idx ON visit (created_by, state);
      CREATE INDEX summary_draft_idx ON summary (changed_by) WHERE revision = 0;
      CREATE INDEX follow_up_waits_idx ON follow_up (due_on, id) WHERE state IN ('open', 'in-progress');
      CREATE INDEX sinergi_figure_mark_idx ON sinergi_figure (cube, mark, program);
      CREATE INDEX sinergi_figure_ends_at_idx ON sinergi_figure (ends_at) WHERE ends_at IS NOT NULL;
      CREATE INDEX visit_guest_joined_idx ON visit_guest (visit_id, organisation) WHERE NOT is_leading;
      CREATE INDEX replication_since_idx ON replication (since, id);
      CREATE INDEX summary_revision_first_idx ON summary_revision (published_at) WHERE revision = 1;
      CREATE INDEX mail_sent_idx ON mail (sent_at) WHERE sent_at IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX visit_guest_joined_idx, sinergi_figure_ends_at_idx, sinergi_figure_mark_idx, mail_sent_idx, summary_revision_first_idx, replication_since_idx, follow_up_waits_idx, summary_draft_idx, visit_created_by_idx, visit_contact_idx,
      visit_answer_entered_idx, visit_disputed_idx, visit_asked_party_idx, visit_host_state_idx, visit_guest_state_idx`);
  }
}
