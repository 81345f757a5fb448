/** Uses the output of documents, in a process of its own without any loader: imports the modules, and judges examples by them. */
import { answerQuestions } from './answer-questions.js'
import { importModules } from './import-modules.js'
import { judgeDocument } from './judge-document.js'

/** What the process is asked: to import every module below `folder`, or to judge the examples of `spec` by its validators. */
export type UseQuestion =
  | { readonly step: 'import'; readonly folder: string }
  | { readonly step: 'judge'; readonly folder: string; readonly spec: string }

answerQuestions((question: UseQuestion) =>
  question.step === 'import' ? importModules(question.folder) : judgeDocument(question.spec, question.folder),
)
