import type { ApiResponse } from '../platform/api-client.ts';

/** What the server read in a list. */
export type ImportAnswer = ApiResponse<'POST /api/practices/import'>;
