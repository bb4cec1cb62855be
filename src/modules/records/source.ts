/** Where records come from when nobody says: this installation itself. */
export const DEFAULT_SOURCE = 'local';

/** The form of a source's name. */
export const SOURCE_PATTERN = /^[a-z0-9][a-z0-9._-]{0,49}$/;
