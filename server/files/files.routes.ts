import { filesApi } from '#contract/home.ts';
import { insertFile } from '#server/platform/files/files.store.ts';
import { routes } from '#server/platform/http/routes.ts';
import { download, hasPreview } from './files.reads.ts';

export const filesRoutes = routes(filesApi, {
  'POST /api/files': async ({ upload, ...command }) => {
    const file = await insertFile(command, upload);
    return {
      id: file.id,
      name: file.name,
      mediaType: file.mediaType,
      size: file.size,
      hasPreview: hasPreview(file.mediaType),
    };
  },
  'GET /api/files/:id': ({ params, query, ...read }) => download(read, params.id, query.preview),
});
