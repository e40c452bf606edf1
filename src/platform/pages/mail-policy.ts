/** A mail's own styles and pictures within it, and nothing else: no script, no form, no request, no way up. */
export const MAIL_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
