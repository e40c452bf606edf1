/**
 * How far a mail got: no session yet; the session stands and the envelope is given; some of the content is under way;
 * all of it was handed over with the final dot (RFC 5321 section 4.1.1.4). Null when whoever failed does not tell.
 */
export type SmtpStage = 'connect' | 'envelope' | 'content' | 'handed-over' | null;

/** What is known of a failed try, whichever library or system call it came from. */
export interface SmtpFailure {
  stage: SmtpStage;
  /** Name of the fault as nodemailer or Node.js gives it: `ECONNECTION`, `ENOSPC`; null when there is none. */
  code: string | null;
  /** SMTP command that was answered or hung: `RCPT TO`; null outside a dialogue. */
  command: string | null;
  /** Three digits of the answer; null when none came. */
  reply: number | null;
  /** Subject and detail of the enhanced status code, `7.1` of `5.7.1` (RFC 3463 section 2); null when it has none. */
  status: string | null;
}

const STAGES: readonly unknown[] = ['connect', 'envelope', 'content', 'handed-over'];

/** Reads what an error tells; anything may be thrown. */
export function smtpFailure(error: unknown): SmtpFailure {
  const given: Partial<Record<keyof SmtpFailure | 'responseCode' | 'response' | 'message', unknown>> =
    typeof error === 'object' && error !== null ? error : {};
  const { stage, code, command, responseCode, response, message } = given;
  return {
    stage: STAGES.includes(stage) ? (stage as SmtpStage) : null,
    code: typeof code === 'string' ? code : null,
    command: typeof command === 'string' ? command : null,
    reply:
      typeof responseCode === 'number' && responseCode >= 200 && responseCode < 600 ? responseCode : null,
    status: statusOf(typeof response === 'string' ? response : typeof message === 'string' ? message : ''),
  };
}

/** The enhanced status code after the reply's digits. */
function statusOf(answer: string): string | null {
  return /\b[245]\d\d[ -]#?[245]\.(\d{1,3}\.\d{1,3})(?![\d.])/.exec(answer)?.[1] ?? null;
}

/** The reason to keep with a mail: one line, at most 500 characters. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  return message
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, 500);
}
