/** Tables that grow with use and are kept small by something else than `retention`, which each names. */
export const boundedElsewhere: Readonly<Record<string, string>> = {
  address_change: 'people.forget-expired: links end within days',
  bundle: 'bundles.forget: two weeks, and one being made an office',
  bundle_part: 'goes with its bundle',
  answer_news: 'a line goes with the mail that tells it',
  feed_change: 'calendars.fold-feed-changes: marks of a scope become one',
  mail_attachment: 'mail-bodies: files go with the text',
  mail_domain_second: 'mail.deliver: two minutes',
  mail_lease: 'mail.deliver: as long as a mail is being sent',
  mail_outage: 'ends when the server takes mails again',
  note_editing: 'one a note, while somebody writes',
  password_link: 'people.forget-expired: links end within days',
  reply_question: 'one of each kind a participant, until somebody decided',
  sent_form: 'pages.forget-sent-forms: a night',
  stored_file: 'files.release and files.remove-loose: what no row holds any more',
  session: 'people.forget-expired: an hour after it ended',
  sign_in_failure: 'people.forget-expired: an hour',
  sinergi_delta: 'sinergi.fold: sums are folded',
  sinergi_pending: 'sinergi.fold: owners to count are counted each minute',
  visit_number_free: 'numbers set aside a year ahead, taken by visits',
};

const visits = 'the visit itself and what people look up of it for as long as there is an archive';
const notes = 'practices are read as long as they are shared, with what was said of them';
const figures = 'counts of each month, by units and programs: they grow with years, not with visits';
const organisation = 'as many as there are units, offices, people or settings of theirs';

/** Tables that are kept for good, because of what they are. */
export const keptForGood: Readonly<Record<string, readonly string[]>> = {
  [visits]: [
    ...['agenda', 'agenda_item', 'agenda_recipient', 'agenda_revision', 'attendance_signature'],
    ...['calendar_invitation', 'check_in_paper', 'countable_result'],
    ...[
      'follow_up',
      'follow_up_comment',
      'follow_up_file',
      'follow_up_history',
      'follow_up_reader',
      'host_answer',
      'host_time',
      'letter',
      'letter_copy',
    ],
    ...['learning_check', 'learning_question', 'participant_reach', 'participant_session', 'replication'],
    ...[
      'series',
      'series_date',
      'session_question',
      'sinergi_fact',
      'summary',
      'summary_entry',
      'summary_revision',
    ],
    ...['press_point', 'press_quote', 'press_revision', 'press_text', 'umkm_product'],
    ...['trip', 'trip_leg', 'trip_member', 'trip_participant', 'unit_change'],
    ...[
      'photo_in_note',
      'visit',
      'visit_album',
      'visit_approval',
      'visit_entry',
      'visit_file',
      'visit_guest',
      'visit_history',
    ],
    ...['visit_participant', 'visit_photo_original', 'visit_program', 'visit_reader'],
  ],
  'what participants said of a visit, and what was shown of it': [
    ...['feedback', 'feedback_release', 'feedback_request', 'feedback_result', 'feedback_welcome_release'],
  ],
  'whose address is whose in a visit: an answer may come years later, and one from nowhere is a stranger': [
    ...['known_sender', 'participant_address', 'return_address'],
  ],
  'what people decided of mails to them holds until they decide otherwise': ['address_fault', 'mail_refusal'],
  'whose data was erased is erased again from what a backup brings back': ['erasure'],
  'whoever has a certificate shows it for years': ['certificate'],
  'nothing is made twice, however old the file is': ['imported_content'],
  [notes]: [
    ...['note', 'note_comment', 'note_file', 'note_picture', 'note_program', 'note_revision', 'note_search'],
    ...['note_use', 'search_synonym', 'search_word'],
  ],
  [figures]: ['hosted_visits', 'sinergi_figure', 'sinergi_sum', 'visit_number'],
  'a line for each kind of what is dropped': ['retention_run'],
  'a line a week and office': ['weekly_digest'],
  'one key, by which the codes at all doors are signed': ['check_in_key'],
  [organisation]: [
    ...[
      'calendar_setting',
      'closed_day',
      'emblem',
      'letter_counter',
      'letter_template',
      'feed',
      'holiday',
      'hosting_kind',
      'hosting_kind_window',
    ],
    ...['hosting_period', 'hosting_period_window', 'hosting_policy', 'hosting_window', 'mail_check'],
    ...[
      'mailbox_position',
      'office_paper',
      'signer',
      'merged_organisation',
      'monthly_report',
      'partner_name',
      'person',
      'program',
    ],
    ...['regional_office', 'reminder_setting', 'schema_migration', 'setup_dismissal', 'unit', 'unit_name'],
    ...['unit_type'],
  ],
};
