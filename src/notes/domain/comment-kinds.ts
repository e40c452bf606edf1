/** What somebody says about a note: a question its authors answer, or a comment. */
export const commentKinds = ['question', 'comment'] as const;
export type CommentKind = (typeof commentKinds)[number];
