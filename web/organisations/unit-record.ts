import type { ApiResponse } from '../platform/api-client.ts';

export type UnitRecord = ApiResponse<'GET /api/units/:id'>;
