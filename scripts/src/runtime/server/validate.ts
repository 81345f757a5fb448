import type { Issue } from '../validation.js'

/** Checks a value and finds its issues. */
export type Validate = (value: unknown) => { readonly issues?: readonly Issue[] | undefined }
