/** Name of the list of who was erased, in DATA_DIR and beside nightly backups: what is restored is erased again by it. */
export const ERASURE_LIST = 'erasures.jsonl';
