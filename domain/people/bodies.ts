/** Bodies that people sit in (domain.md §3), and the posts in each kind. */
export const bodyKinds = [
  'steering_committee',
  'standing_board',
  'mobilisation_bloc',
  'mobilisation_team',
  'inspection_team',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

export const bodyKindWords: Record<BodyKind, string> = {
  steering_committee: 'Ban Chỉ đạo',
  standing_board: 'Thường trực Ban Chỉ đạo',
  mobilisation_bloc: 'Khối dân vận',
  mobilisation_team: 'Tổ dân vận',
  inspection_team: 'Đoàn kiểm tra',
};

/** In the order in which a decision lists its members. */
export const posts = ['head', 'standing_deputy', 'deputy', 'secretary', 'member'] as const;
export type Post = (typeof posts)[number];

/** What each post is called in each kind of body; null where the kind has no such post. */
export const postWords: Record<BodyKind, Record<Post, string | null>> = {
  steering_committee: {
    head: 'Trưởng Ban',
    standing_deputy: 'Phó Trưởng Ban Thường trực',
    deputy: 'Phó Trưởng Ban',
    secretary: 'Thư ký',
    member: 'Ủy viên',
  },
  standing_board: {
    head: 'Trưởng Ban',
    standing_deputy: 'Phó Trưởng Ban Thường trực',
    deputy: 'Phó Trưởng Ban',
    secretary: 'Thư ký',
    member: 'Ủy viên thường trực',
  },
  mobilisation_bloc: {
    head: 'Trưởng khối',
    standing_deputy: 'Phó Trưởng khối Thường trực',
    deputy: 'Phó Trưởng khối',
    secretary: 'Thư ký',
    member: 'Ủy viên',
  },
  mobilisation_team: {
    head: 'Tổ trưởng',
    standing_deputy: null,
    deputy: 'Tổ phó',
    secretary: null,
    member: 'Tổ viên',
  },
  inspection_team: {
    head: 'Trưởng đoàn',
    standing_deputy: null,
    deputy: 'Phó Trưởng đoàn',
    secretary: 'Thư ký',
    member: 'Thành viên',
  },
};

/** The posts that a kind of body has, in their order. */
export function postsOf(kind: BodyKind): Post[] {
  return posts.filter((post) => postWords[kind][post] !== null);
}

export function postWord(kind: BodyKind, post: Post): string {
  return postWords[kind][post] ?? post;
}

/** Members in the order of a decision: by post, then as they were listed. */
export function byPost<T extends { readonly post: Post; readonly ordinal: number; readonly name: string }>(
  a: T,
  b: T,
): number {
  return posts.indexOf(a.post) - posts.indexOf(b.post) || a.ordinal - b.ordinal || (a.name < b.name ? -1 : 1);
}
