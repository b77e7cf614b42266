// The shortest program over llama-cloud-services 0.5.4: prints what kind of document a file is.
import { LlamaClassify } from 'llama-cloud-services';

const classifier = new LlamaClassify(
  process.env.LLAMA_CLOUD_API_KEY,
  process.env.LLAMA_CLOUD_BASE_URL, // the one line
);
const results = await classifier.classify(
  [{ type: 'invoice', description: 'asks for payment and states a total due' }],
  { lang: 'en', max_pages: 5 },
  { filePaths: [process.argv[2]] },
);
for (const item of results.items) console.log(item.result?.type);
