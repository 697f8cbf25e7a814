import type { PageNumberEstimator } from 'docx'

/**
 * The library reckons on which page each heading comes by laying out every word, which takes more than half of the time of a report and minutes for a framework of a
 * thousand expectations. A contents list has no numbers therefore, as on the page; its entries lead to their headings, and a word processor that is asked to update it adds them.
 */
export const noPageNumbers: PageNumberEstimator = () => ({ bookmarks: new Map() })

const NUMBER = /<w:r><w:tab\/><\/w:r><w:r><w:fldChar w:fldCharType="begin"\/><w:instrText xml:space="preserve">PAGEREF _Toc\d+ \\h<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:fldChar w:fldCharType="end"\/><\/w:r>(?=<\/w:hyperlink>)/g

/** Takes the empty places of the page numbers out of a contents list, with what leads to them. */
export const withoutNumbers = (xml: string) => xml.replace(NUMBER, '')
