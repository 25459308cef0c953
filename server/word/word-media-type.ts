/** The media type of a Word file (.docx). */
export const wordMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
