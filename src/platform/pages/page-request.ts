/** What programs call; they are answered with JSON whatever they accept. */
const programs = /^\/(?:api|feeds|health)(?:[/?]|$)/;

/** Whether somebody looks at the answer: a browser asks for HTML rather than JSON (RFC 9110 section 12.5.1). */
export function isPageRequest(url: string, accept: string | undefined): boolean {
  if (programs.test(url) || !accept) return false;
  const weights = new Map(accept.split(',').map(weightOf));
  const weight = (type: string): number => weights.get(type) ?? 0;
  return weight('text/html') > Math.max(weight('application/json'), weight('application/problem+json'));
}

function weightOf(offer: string): [type: string, weight: number] {
  const [type = '', ...parameters] = offer.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return [type, quality === undefined ? 1 : Number(quality.slice(2)) || 0];
}
